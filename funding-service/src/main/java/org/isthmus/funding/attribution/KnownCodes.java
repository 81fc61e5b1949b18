package org.isthmus.funding.attribution;

import org.isthmus.kit.lists.Parameter.Known;
import org.isthmus.kit.query.Query;

/** The ids and codes of other services' things that filters take: what funding has not heard of is refused. */
public final class KnownCodes {

    public static final Known ACTIONS =
            new Known("id of an action", any -> Query.of("select from known_action k where k.id = as_uuid(value)"));

    public static final Known WORK_PROGRAMMES = new Known(
            "id of a work programme that was adopted",
            any -> Query.of("select from known_action k where k.work_programme_id = as_uuid(value)"));

    public static final Known PROGRAMMES =
            new Known("code of a programme, such as THEMATIC-MIGR", any -> Query.of("""
            select from attributed_share s where s.dimension = 'PROGRAMME' and s.code = value
            union all select from known_action k where k.programme = value
            """));

    private KnownCodes() {}
}
