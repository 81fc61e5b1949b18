package org.isthmus.funding.commitment;

import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.isthmus.funding.attribution.KnownCodes;
import org.isthmus.funding.attribution.KnownProjects;
import org.isthmus.funding.attribution.PublicationListener;
import org.isthmus.funding.budgetline.BudgetLines;
import org.isthmus.kit.events.Event;
import org.isthmus.kit.lists.Copies;
import org.isthmus.kit.lists.EffectiveDays;
import org.isthmus.kit.lists.Parameter.Known;
import org.isthmus.kit.lists.Type;
import org.isthmus.kit.lists.ViewTable;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.reconciliation.Check;
import org.isthmus.kit.reconciliation.DigestedRows;
import org.isthmus.kit.reconciliation.Reconciled;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.store.Aggregates;
import org.isthmus.kit.store.Store;
import org.jspecify.annotations.Nullable;

/** All commitments: how they are kept and found. */
@ApplicationScoped
public class Commitments implements PanacheRepositoryBase<Commitment, UUID>, PublicationListener, Reconciled {

    /** A second commitment of the past of one project. */
    public static final String DUPLICATE_HISTORICAL = "duplicate-historical";

    /** Ids of projects that have been told of, or that have money. */
    public static final Known PROJECT_IDS = new Known(
                    "id of a project that is known here", rows -> Query.of("""
                    select from (
                        select p.id, p.published as visible from known_project p where p.id = as_uuid(value)
                        union all
                        select v.project_id, v.visible from commitment_view v where v.project_id = as_uuid(value)) p
                     where
                    """).add(rows.condition()))
            .heardOn(KnownProjects.TOPIC);

    public static final Known IDS = Known.visibleIn("id of a commitment", "commitment_view");

    // formatter:off
    static final ViewTable<Commitment> VIEWS = ViewTable.<Commitment>of("commitment", "/v1/commitments", CommitmentView.class)
            .effective(EffectiveDays.from("effective_on").possiblyFrom("effective_first").workedOutBy("commitment_at"))
            .copies(Copies.byAudience("inclusion_of_commitment", "with_inclusion"))
            .cell("id", "/id")
            .reference(Commitment::reference, "Its reference.").csv()
            .column("kind", CommitmentKind.class, Commitment::kind, "Kind.").filter().facet().csv()
            .column("project_id", Type.UUID, Commitment::projectId, "Id of the project.").filter("projectId").known(PROJECT_IDS).cell("projectId", "/projectId").cell("action", "/action")
            .column("action_id", Type.UUID, Commitment::actionId, "Id of the action.").optional().filter("actionId").known(KnownCodes.ACTIONS)
            .column("work_programme_id", Type.UUID, Commitment::workProgrammeId, "Id of the work programme.").optional().filter("workProgrammeId").known(KnownCodes.WORK_PROGRAMMES)
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
        return find("lower(reference) = lower(?1) and committed > 0", reference).firstResultOptional();
    }

    /**
     * What stands against requests: references that are taken, what projects have been given, which projects there are, and
     * their actions.
     */
    record KnownCommitments(
            List<Taken> references,
            Map<UUID, Set<CommitmentKind>> kinds,
            Set<UUID> projects,
            Map<UUID, UUID> actions) {}

    /** A reference that was given: whoever holds it, or held it, no other project gets it. */
    record Taken(String reference, UUID project, boolean isReversed) {

        boolean isKeptFrom(NewCommitment asked) {
            return reference.equalsIgnoreCase(asked.reference()) && (!isReversed || !project.equals(asked.projectId()));
        }
    }

    private record Found(
            @Nullable String reference,
            UUID project,
            @Nullable UUID action,
            @Nullable CommitmentKind kind,
            boolean isReversed) {}

    /** One round trip, however many are asked for. Others that commit to the same projects wait meanwhile. */
    KnownCommitments known(List<NewCommitment> asked) {
        KnownCommitments known =
                new KnownCommitments(new ArrayList<>(), new HashMap<>(), new HashSet<>(), new HashMap<>());
        Query.of(
                        "select reference, project, action, kind, reversed from commitments_against(?, ?)",
                        asked.stream().map(NewCommitment::reference).toList(),
                        asked.stream().map(NewCommitment::projectId).toList())
                .list(
                        database,
                        row -> new Found(
                                row.findText("reference"),
                                row.uuid("project"),
                                row.findUuid("action"),
                                Optional.ofNullable(row.findText("kind"))
                                        .map(CommitmentKind::valueOf)
                                        .orElse(null),
                                row.flag("reversed")))
                .forEach(found -> {
                    if (found.reference() != null) {
                        known.references().add(new Taken(found.reference(), found.project(), found.isReversed()));
                    } else if (found.kind() != null) {
                        known.kinds()
                                .computeIfAbsent(found.project(), any -> EnumSet.noneOf(CommitmentKind.class))
                                .add(found.kind());
                    } else {
                        known.projects().add(found.project());
                        if (found.action() != null) {
                            known.actions().put(found.project(), found.action());
                        }
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

    /** As its events say: nobody knows what was paid of a commitment of the past. */
    @Override
    public List<DigestedRows> owned() {
        return List.of(DigestedRows.of("funding.commitments", "commitment", """
                        select project_id as key, id, version, reference as name, reference, action_id as action,
                               kind = 'HISTORICAL' as historical, committed, decommitted,
                               case when kind <> 'HISTORICAL' then paid end as paid,
                               case when kind <> 'HISTORICAL' then committed - decommitted - paid end as outstanding
                          from commitment
                        """, "reference", "action", "historical")
                .amounts("committed", "decommitted", "paid", "outstanding"));
    }

    @Override
    public List<? extends Event> tellAgain(Collection<UUID> keys) {
        return find("projectId in ?1 order by id", keys).withLock(LockModeType.PESSIMISTIC_WRITE).stream()
                .flatMap(commitment -> commitment.told().stream())
                .toList();
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
            """));
    }
}
