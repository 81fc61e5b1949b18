package org.isthmus.funding.commitment;

import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.isthmus.kit.documents.Documents;
import org.isthmus.kit.events.Outbox;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.rules.Refusal;
import org.jspecify.annotations.Nullable;

/** All commitments. */
@ApplicationScoped
class Commitments implements PanacheRepositoryBase<Commitment, UUID> {

    static final String DOCUMENT = "commitment_document";

    private final AgroalDataSource database;
    private final Documents documents;
    private final Outbox outbox;

    Commitments(AgroalDataSource database, Documents documents, Outbox outbox) {
        this.database = database;
        this.documents = documents;
        this.outbox = outbox;
    }

    Commitment get(UUID id) {
        return findByIdOptional(id)
                .orElseThrow(() -> Refusal.notFound("commitment-unknown", "There is no commitment %s.".formatted(id)));
    }

    /** As the books left it: to be asked for once its accounts are locked. */
    Commitment fresh(UUID id) {
        Commitment commitment = get(id);
        getEntityManager().refresh(commitment);
        return commitment;
    }

    Optional<Commitment> findByReference(String reference) {
        return find("reference", reference).firstResultOptional();
    }

    /** What stands against requests: references and projects' places for the past that are taken, and projects' actions. */
    record Known(Set<String> references, Set<UUID> withHistory, Map<UUID, UUID> actions) {}

    private record Found(
            @Nullable String reference,
            @Nullable UUID project,
            @Nullable UUID action) {}

    /** One round trip, however many are asked for. */
    Known known(List<NewCommitment> asked) {
        List<UUID> projects = asked.stream().map(NewCommitment::projectId).toList();
        Known known = new Known(new HashSet<>(), new HashSet<>(), new HashMap<>());
        Query.of("""
                        select reference, null::uuid as project, null::uuid as action
                          from commitment where reference = any (?)
                        union all
                        select null, project_id, null
                          from commitment where project_id = any (?) and kind = 'HISTORICAL' and committed > 0
                        union all
                        select null, id, action_id
                          from known_project where id = any (?) and action_id is not null
                        """, asked.stream().map(NewCommitment::reference).toList(), projects, projects)
                .list(
                        database,
                        row -> new Found(row.findText("reference"), row.findUuid("project"), row.findUuid("action")))
                .forEach(found -> {
                    if (found.reference() != null) {
                        known.references().add(found.reference());
                    } else if (found.project() != null && found.action() != null) {
                        known.actions().put(found.project(), found.action());
                    } else if (found.project() != null) {
                        known.withHistory().add(found.project());
                    }
                });
        return known;
    }

    /** Keeps it as it is now, for readers too, and tells the other services. */
    CommitmentView keepChanged(Commitment commitment) {
        flush();
        CommitmentView view = CommitmentView.of(commitment);
        documents.put(DOCUMENT, commitment.id(), commitment.version(), view, columns(commitment));
        outbox.add(CommitmentEvent.changed(commitment));
        return view;
    }

    /** Keeps new ones, for readers too, and tells the other services: a few round trips, however many there are. */
    void keepNew(List<Commitment> added) {
        persist(added);
        try {
            flush();
        } catch (ConstraintViolationException e) {
            // two at once, from different accounts: only the database could know
            throw "commitment_historical".equals(e.getConstraintName())
                    ? Refusal.conflict(
                            CommitmentRules.DUPLICATE_HISTORICAL,
                            "One of these projects was given a commitment of the past just now.")
                    : Refusal.conflict("reference-taken", "One of these references was taken just now.");
        }
        documents.putAll(
                DOCUMENT,
                added.stream()
                        .map(commitment -> new Documents.Version(
                                commitment.id(),
                                commitment.version(),
                                CommitmentView.of(commitment),
                                columns(commitment)))
                        .toList());
        outbox.addAll(added.stream().map(CommitmentEvent::booked).toList());
    }

    private static Map<String, @Nullable Object> columns(Commitment commitment) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("reference", commitment.reference());
        columns.put("kind", commitment.kind().name());
        columns.put("project_id", commitment.projectId());
        columns.put("action_id", commitment.actionId());
        columns.put("work_programme_id", commitment.workProgrammeId());
        columns.put("budget_line", commitment.budgetLine());
        columns.put("year", commitment.year());
        columns.put("effective_on", commitment.effectiveOn());
        columns.put("status", commitment.status().name());
        columns.put("historical", commitment.isHistorical());
        columns.put("committed", commitment.committed().amount());
        columns.put("outstanding", commitment.outstanding().amount());
        return columns;
    }
}
