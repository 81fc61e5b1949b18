package org.isthmus.funding.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.isthmus.kit.reconciliation.Check;
import org.isthmus.kit.reconciliation.Reconciled;

/** The books against what the projects service tells: it may be as its sources say, and is worth a look all the same. */
@ApplicationScoped
class BooksAndProjects implements Reconciled {

    @Override
    public List<Check> checks() {
        return List.of(
                Check.finding(
                        "ACTIONS",
                        "Each grant is drawn from the action that its project implements",
                        "select count(*) from commitment where kind = 'INDIVIDUAL' and committed > 0",
                        """
            select c.reference, coalesce(k.reference, p.action_id::text), c.action
              from commitment c
              join known_project p on p.id = c.project_id and p.action_id <> c.action_id
              left join known_action k on k.id = p.action_id
             where c.committed > 0
            """),
                Check.finding(
                        "PARTS",
                        "No umbrella's parts have more than the umbrella, in contributions and in commitments",
                        "select count(distinct umbrella) from part_of_umbrella(null, true)",
                        """
            select u.reference || ', ' || s.what, 'at most ' || round(s.whole, 2), round(s.of_parts, 2)::text
              from (select umbrella, 'contributions' as what, min(of_umbrella) as whole, sum(contribution) as of_parts
                      from part_of_umbrella(null, true) group by umbrella
                    union all
                    select i.umbrella, 'commitments', min(w.committed), sum(p.committed)
                      from part_of_umbrella(null, true) i
                      join (select project_id, sum(committed - decommitted) as committed from commitment group by project_id) p
                        on p.project_id = i.part
                      join (select project_id, sum(committed - decommitted) as committed from commitment group by project_id) w
                        on w.project_id = i.umbrella and w.committed > 0
                     group by i.umbrella) s
              join attributed_subject u on u.subject = s.umbrella and u.recorded_to is null
             where s.of_parts > s.whole
            """),
                Check.finding(
                        "CONTRIBUTIONS",
                        "No project's commitments are more than twice the contribution that the projects service tells",
                        "select count(*) from attributed_subject where recorded_to is null and currency = 'EUR'",
                        """
            select s.reference, 'at most twice ' || round(s.contribution, 2), round(sum(c.committed), 2)::text
              from commitment c
              join attributed_subject s on s.subject = c.project_id and s.recorded_to is null
             where s.currency = 'EUR' and s.contribution > 0
             group by s.subject, s.reference, s.contribution
            having sum(c.committed - c.decommitted) > 2 * s.contribution
            """));
    }
}
