package org.isthmus.funding.commitment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
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
import org.isthmus.kit.rules.Refusal;
import org.jspecify.annotations.Nullable;

/** All commitments. */
@ApplicationScoped
class Commitments implements PanacheRepositoryBase<Commitment, UUID> {

    static final String DOCUMENT = "commitment_document";

    private final Documents documents;
    private final Outbox outbox;

    Commitments(Documents documents, Outbox outbox) {
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

    /** Those of the references that are taken. */
    Set<String> taken(Collection<String> references) {
        return new HashSet<>(getEntityManager()
                .createQuery("select reference from Commitment where reference in :references", String.class)
                .setParameter("references", references)
                .getResultList());
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
            // two at once with one reference, from different allocations: only the database could know
            throw Refusal.conflict("reference-taken", "One of these references was taken just now.");
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
