package org.isthmus.funding.batch;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.isthmus.kit.lists.Type;
import org.isthmus.kit.lists.ViewTable;
import org.isthmus.kit.store.Aggregates;
import org.isthmus.kit.store.ConfirmationStatus;
import org.isthmus.kit.store.Store;

/** All requests for movements: how they are kept and found. */
@ApplicationScoped
class MovementRequests implements PanacheRepositoryBase<RequestedMovements, UUID> {

    // formatter:off
    static final ViewTable<RequestedMovements> VIEWS = ViewTable.<RequestedMovements>of("requested-movements", "/v1/movement-requests", RequestedMovementsView.class)
            .visible(asked -> false)
            .cell("id", "/id")
            .reference(asked -> asked.id().toString(), "Its id.")
            .column("kind", RequestedMovements.Kind.class, RequestedMovements::kind, "Kind.").filter().facet().csv()
            .column("status", ConfirmationStatus.class, asked -> asked.confirmation().status(), "Status.").filter().facet().csv()
            .column("requested_on", Type.DATE, asked -> asked.confirmation().requestedOn(), "Requested on.").sort("requestedOn").cell("requestedOn", "/requestedOn")
            .cell("rows", "/rows").cell("requestedBy", "/requestedBy").cell("decidedOn", "/decidedOn").cell("decidedBy", "/decidedBy");
    // formatter:on

    private final Aggregates<RequestedMovements, RequestedMovementsView> aggregates;

    MovementRequests(Store store) {
        aggregates = store.aggregates(this, VIEWS, RequestedMovementsView::of);
    }

    Aggregates<RequestedMovements, RequestedMovementsView> all() {
        return aggregates;
    }
}
