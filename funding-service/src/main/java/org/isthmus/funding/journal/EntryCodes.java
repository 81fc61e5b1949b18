package org.isthmus.funding.journal;

import org.isthmus.funding.attribution.KnownActions;
import org.isthmus.kit.lists.Parameter.Known;
import org.isthmus.kit.query.Query;

/** The codes and references that filters of entries and movements take: what money is kept for or belongs to. */
public final class EntryCodes {

    public static final Known PROJECTS = new Known(
                    "project, by its reference or id", rows -> Query.of("""
                    select from (
                        select s.reference, s.subject, p.published as visible
                          from attributed_subject s join known_project p on p.id = s.subject
                        union all select null, a.project_id, false from account a) p
                     where (p.reference = value or p.subject::text = value) and
                    """).add(rows.condition()))
            .heardOn("projects.projects");

    public static final Known COMMITMENTS = new Known(
            "commitment, by its reference or id", rows -> Query.of("""
                    select from (
                        select c.reference, c.id, coalesce(p.published, false) as visible
                          from commitment c left join known_project p on p.id = c.project_id) c
                     where value in (c.reference, c.id::text) and
                    """).add(rows.condition()));

    public static final Known ACTIONS = new Known(
                    "action, by its reference or id",
                    any -> Query.of("select from known_action k where value in (k.reference, k.id::text)"))
            .heardOn(KnownActions.TOPIC);

    /** An account of which the caller may know. */
    static final Known ACCOUNT_IDS =
            new Known("id of an account", rows -> Query.of("""
                    select from (
                        select a.id, a.project_id is null or coalesce(p.published, false) as visible
                          from account a left join known_project p on p.id = a.project_id) a
                     where a.id = as_uuid(value) and
                    """).add(rows.condition()));

    private EntryCodes() {}
}
