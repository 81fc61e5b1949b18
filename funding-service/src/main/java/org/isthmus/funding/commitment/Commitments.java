package org.isthmus.funding.commitment;

import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.isthmus.funding.attribution.PublicationListener;
import org.isthmus.funding.budgetline.BudgetLines;
import org.isthmus.funding.reconciliation.Check;
import org.isthmus.funding.reconciliation.Reconciled;
import org.isthmus.kit.lists.EffectiveDays;
import org.isthmus.kit.lists.Type;
import org.isthmus.kit.lists.ViewTable;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.store.Aggregates;
import org.isthmus.kit.store.Store;
import org.jspecify.annotations.Nullable;

/** All commitments: how they are kept and found. */
@ApplicationScoped
public class Commitments implements PanacheRepositoryBase<Commitment, UUID>, PublicationListener, Reconciled {

    /** A second commitment of the past of one project. */
    public static final String DUPLICATE_HISTORICAL = "duplicate-historical";

    // formatter:off
    static final ViewTable<Commitment> VIEWS = ViewTable.<Commitment>of("commitment", "/v1/commitments", CommitmentView.class)
            .effective(EffectiveDays.from("effective_on").possiblyFrom("effective_first").workedOutBy("commitment_at"))
            .copiesByAudience("inclusion_of_commitment", "with_inclusion")
            .cell("id", "/id")
            .reference(Commitment::reference, "Its reference.").csv()
            .column("kind", CommitmentKind.class, Commitment::kind, "Kind.").filter().facet().csv()
            .column("project_id", Type.UUID, Commitment::projectId, "Id of the project.").filter("projectId").cell("projectId", "/projectId").cell("action", "/action")
            .column("action_id", Type.UUID, Commitment::actionId, "Id of the action.").optional().filter("actionId")
            .column("work_programme_id", Type.UUID, Commitment::workProgrammeId, "Id of the work programme.").optional().filter("workProgrammeId")
            .column("budget_line", Type.TEXT, Commitment::budgetLine, "Code of the budget line.").filter("budgetLine").known(BudgetLines.CODES).facet().cell("budgetLine", "/budgetLine")
            .column("year", Type.YEAR, Commitment::year, "Budget year.").optional().filter().facet().csv()
            .column("effective_first", Type.DATE, Commitment::effectiveFirst, "First day that it may be of.").optional()
            .column("effective_on", Type.DATE, Commitment::effectiveOn, "Effective day.").optional().sort("effectiveOn").cell("effectiveOn", "/effectiveOn")
            .from("effectiveFrom", "Committed on that day or later.").until("effectiveTo", "Committed on that day or earlier.")
            .column("status", CommitmentStatus.class, Commitment::status, "Status.").filter().facet().csv()
            .column("historical", Type.BOOLEAN, Commitment::isHistorical, "Whether it is of the past, known from a document.").filter()
            .column("committed", Type.NUMBER, commitment -> commitment.committed().amount(), "Committed, in EUR.").sort().cell("committed", "/committed/amount")
            .cell("decommitted", "/decommitted/amount").cell("paid", "/paid/amount")
            .column("outstanding", Type.NUMBER, Commitment::knownOutstanding, "Outstanding, in EUR.").optional().sort().from("outstandingFrom", "At least this much outstanding.")
            .cell("outstanding", "/outstanding/amount").cell("paymentsUnknown", "/paymentsUnknown").cell("currency", "/committed/currency").cell("includedIn", "/includedIn");
    // formatter:on

    private final AgroalDataSource database;
    private final Aggregates<Commitment, CommitmentView> aggregates;

    Commitments(AgroalDataSource database, Store store) {
        this.database = database;
        aggregates = store.aggregates(this, VIEWS, CommitmentView::of);
    }

    public Aggregates<Commitment, CommitmentView> all() {
        return aggregates;
    }

    @Override
    public void published(UUID project, boolean visible) {
        for (String table : List.of("commitment_view", "commitment_history")) {
            Query.of("update %s set visible = ? where project_id = ?".formatted(table), visible, project)
                    .execute(database);
        }
    }

    public Commitment get(UUID id) {
        return findByIdOptional(id)
                .orElseThrow(() -> Refusal.notFound("commitment-unknown", "There is no commitment %s.".formatted(id)));
    }

    /** As the books left it: to be asked for once its accounts are locked. */
    public Commitment fresh(UUID id) {
        Commitment commitment = get(id);
        getEntityManager().refresh(commitment);
        return commitment;
    }

    /** The one that stands under a reference; those that were reversed stand no more. */
    public Optional<Commitment> findByReference(String reference) {
        return find("reference = ?1 and committed > 0", reference).firstResultOptional();
    }

    /** What stands against requests: references and projects' places for the past that are taken, and projects' actions. */
    record Known(List<Taken> references, Set<UUID> withHistory, Map<UUID, UUID> actions) {}

    /** A reference that was given: whoever holds it, or held it, no other project gets it. */
    record Taken(String reference, UUID project, boolean isReversed) {

        boolean isKeptFrom(NewCommitment asked) {
            return reference.equalsIgnoreCase(asked.reference()) && (!isReversed || !project.equals(asked.projectId()));
        }
    }

    private record Found(
            @Nullable String reference,
            @Nullable UUID project,
            @Nullable UUID action,
            boolean isReversed) {}

    /** One round trip, however many are asked for. */
    Known known(List<NewCommitment> asked) {
        List<UUID> projects = asked.stream().map(NewCommitment::projectId).toList();
        Known known = new Known(new ArrayList<>(), new HashSet<>(), new HashMap<>());
        Query.of("""
                        select reference, project_id as project, null::uuid as action, committed = 0 as reversed
                          from commitment where lower(reference) in (select lower(r) from unnest(cast(? as text[])) r)
                        union all
                        select null, project_id, null, false
                          from commitment where project_id = any (?) and kind = 'HISTORICAL' and committed > 0
                        union all
                        select null, id, action_id, false
                          from known_project where id = any (?) and action_id is not null
                        """, asked.stream().map(NewCommitment::reference).toList(), projects, projects)
                .list(
                        database,
                        row -> new Found(
                                row.findText("reference"),
                                row.findUuid("project"),
                                row.findUuid("action"),
                                row.flag("reversed")))
                .forEach(found -> {
                    if (found.reference() != null && found.project() != null) {
                        known.references().add(new Taken(found.reference(), found.project(), found.isReversed()));
                    } else if (found.project() != null && found.action() != null) {
                        known.actions().put(found.project(), found.action());
                    } else if (found.project() != null) {
                        known.withHistory().add(found.project());
                    }
                });
        return known;
    }

    /** Keeps new ones: a few round trips, however many there are. */
    void keepNew(List<Commitment> added) {
        persist(added);
        try {
            flush();
        } catch (ConstraintViolationException e) {
            // two at once, from different accounts: only the database could know
            throw "commitment_historical".equals(e.getConstraintName())
                    ? Refusal.conflict(
                            DUPLICATE_HISTORICAL, "One of these projects was given a commitment of the past just now.")
                    : Refusal.conflict("reference-taken", "One of these references was taken just now.");
        }
        aggregates.saveAll(added);
    }

    @Override
    public List<Check> checks() {
        return List.of(
                new Check(
                        "COMMITMENTS",
                        "Each commitment's figures are the books'",
                        "select count(*) from commitment",
                        """
            with booked as (
                select c.commitment_id,
                       coalesce(sum(e.measured) filter (where e.measure = 'COMMITTED'), 0) as committed,
                       coalesce(sum(e.measured) filter (where e.measure = 'DECOMMITTED'), 0) as decommitted,
                       coalesce(sum(e.measured) filter (where e.measure = 'PAID'), 0) as paid
                  from entry e join account c on c.id = e.account_id
                 where c.commitment_id is not null group by c.commitment_id)
            select c.reference, concat_ws(' - ', round(b.committed, 2), round(b.decommitted, 2), round(b.paid, 2)),
                   concat_ws(' - ', round(c.committed, 2), round(c.decommitted, 2), round(c.paid, 2))
              from commitment c left join booked b on b.commitment_id = c.id
             where (c.committed, c.decommitted, c.paid) is distinct from (b.committed, b.decommitted, b.paid)
            """),
                new Check(
                        "REPRESENTATIONS",
                        "Each commitment is shown as it is kept",
                        "select count(*) from commitment",
                        """
            select c.reference, 'version ' || c.version, coalesce('version ' || d.version, 'nothing')
              from commitment c left join commitment_view d on d.id = c.id
             where d.version is distinct from c.version or d.committed is distinct from c.committed
                or d.outstanding is distinct from
                   case when c.kind <> 'HISTORICAL' then c.committed - c.decommitted - c.paid end
            """),
                new Check(
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
