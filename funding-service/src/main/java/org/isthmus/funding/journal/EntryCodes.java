package org.isthmus.funding.journal;

import org.isthmus.kit.lists.Parameter.Known;
import org.isthmus.kit.query.Query;

/** The codes and references that filters of entries and movements take: what money is kept for or belongs to. */
public final class EntryCodes {

    public static final Known PROJECTS =
            new Known("project, by its reference or id", rows -> Query.of("""
                    select from (
                        select s.reference, s.subject, p.published as visible
                          from attributed_subject s join known_project p on p.id = s.subject
                        union all select null, a.project_id, false from account a) p
                     where (p.reference = value or p.subject::text = value) and
                    """).add(rows.condition()));

    public static final Known COMMITMENTS = new Known(
            "commitment, by its reference or id", rows -> Query.of("""
                    select from (
                        select c.reference, c.id, coalesce(p.published, false) as visible
                          from commitment c left join known_project p on p.id = c.project_id) c
                     where value in (c.reference, c.id::text) and
                    """).add(rows.condition()));

    public static final Known ACTIONS = new Known(
            "action, by its reference or id",
            any -> Query.of("select from known_action k where value in (k.reference, k.id::text)"));

    public static final Known PROGRAMMES =
            new Known("code of a programme, such as THEMATIC-MIGR", any -> Query.of("""
            select from attributed_share s where s.dimension = 'PROGRAMME' and s.code = value
            union all select from known_action k where k.programme = value
            """));

    public static final Known REGIONS = new Known("code of a region", any -> Query.of("""
            select from attributed_share s where s.dimension = 'PLACE' and s.region = value
            union all select from known_region r where r.code = value
            """));

    public static final Known STRANDS = new Known(
            "code of a strand",
            any -> Query.of("select from attributed_share s where s.dimension = 'STRAND' and s.code = value"));

    private EntryCodes() {}
}
