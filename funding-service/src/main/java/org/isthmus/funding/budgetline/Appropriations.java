package org.isthmus.funding.budgetline;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.isthmus.funding.booking.ReversalListener;
import org.isthmus.funding.ledger.Movement;
import org.isthmus.kit.documents.Documents;
import org.isthmus.kit.events.Outbox;

/** All appropriations. */
@ApplicationScoped
class Appropriations implements PanacheRepositoryBase<Appropriation, UUID>, ReversalListener {

    static final String DOCUMENT = "appropriation_document";

    private final Documents documents;
    private final Outbox outbox;

    Appropriations(Documents documents, Outbox outbox) {
        this.documents = documents;
        this.outbox = outbox;
    }

    AppropriationView add(Appropriation appropriation) {
        persist(appropriation);
        return publish(appropriation, appropriation.movementId());
    }

    @Override
    public void reversed(Movement original, Movement reversal) {
        find("movementId", original.id()).firstResultOptional().ifPresent(appropriation -> {
            appropriation.reverse();
            flush();
            publish(appropriation, reversal.id());
        });
    }

    /** Keeps it as it is now, for readers too, and tells the other services which movement made it so. */
    private AppropriationView publish(Appropriation appropriation, UUID movement) {
        AppropriationView view = AppropriationView.of(appropriation);
        documents.put(
                DOCUMENT,
                appropriation.id(),
                appropriation.version(),
                view,
                Map.of(
                        "reference", "%s/%d".formatted(appropriation.budgetLine(), appropriation.year()),
                        "budget_line", appropriation.budgetLine(),
                        "year", appropriation.year(),
                        "kind", appropriation.kind().name(),
                        "amount", appropriation.amount().amount(),
                        "effective_on", appropriation.effectiveOn(),
                        "status", appropriation.status().name()));
        outbox.add(AppropriationEvent.of(appropriation, movement));
        return view;
    }
}
