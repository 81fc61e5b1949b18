package org.isthmus.funding.line;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.isthmus.funding.ledger.Follower;
import org.isthmus.funding.ledger.Movement;
import org.isthmus.kit.documents.Documents;

/** All appropriations. */
@ApplicationScoped
class Appropriations implements PanacheRepositoryBase<Appropriation, UUID>, Follower {

    static final String DOCUMENT = "appropriation_document";

    private final Documents documents;

    Appropriations(Documents documents) {
        this.documents = documents;
    }

    AppropriationView add(Appropriation appropriation) {
        persist(appropriation);
        return publish(appropriation);
    }

    @Override
    public void reversed(Movement original, Movement reversal) {
        find("movementId", original.id()).firstResultOptional().ifPresent(appropriation -> {
            appropriation.reverse();
            flush();
            publish(appropriation);
        });
    }

    private AppropriationView publish(Appropriation appropriation) {
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
        return view;
    }
}
