package org.isthmus.funding.attribution;

import org.isthmus.kit.lists.Parameter.Known;
import org.isthmus.kit.query.Query;

/**
 * The ids and codes of other services' things that filters take: what funding has not heard of is refused.
 *
 * <p>What money belongs to counts as heard of, though its register has not been told yet or has it no more.
 */
public final class KnownCodes {

    public static final Known ACTIONS = new Known(
                    "id of an action", any -> Query.of("select from known_action k where k.id = as_uuid(value)"))
            .heardOn(KnownActions.TOPIC);

    public static final Known WORK_PROGRAMMES = new Known(
                    "id of a work programme that was adopted",
                    any -> Query.of("select from known_action k where k.work_programme_id = as_uuid(value)"))
            .heardOn(KnownActions.TOPIC);

    public static final Known PROGRAMMES = new Known("code of a programme, such as THEMATIC-MIGR", any -> Query.of("""
            select from known_programme p where p.code = value
            union all select from attributed_share s where s.dimension = 'PROGRAMME' and s.code = value
            union all select from known_action k where k.programme = value
            """))
            .heardOn(KnownProgrammes.TOPIC);

    public static final Known STRANDS = new Known(
                    "code of a strand, such as migration-development", any -> Query.of("""
            select from known_programme p where value = any (p.strands)
            union all select from attributed_share s where s.dimension = 'STRAND' and s.code = value
            """))
            .heardOn(KnownProgrammes.TOPIC);

    public static final Known COUNTRIES =
            new Known(Known.COUNTRY, any -> Query.of("""
            select from known_country c where c.code = value
            union all select from attributed_share s where s.dimension = 'PLACE' and s.code = value
            """)).heardOn("programming.countries");

    public static final Known REGIONS = new Known(
                    "code of a region, such as ENPI East, or another writing or a title of it", any -> Query.of("""
            select from known_region r where r.code = region_code(value)
            union all select from known_country c where c.region = region_code(value)
            union all select from attributed_share s where s.dimension = 'PLACE' and s.region = region_code(value)
            """))
            .heardOn("programming.regions");

    private KnownCodes() {}
}
