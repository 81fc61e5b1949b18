package org.isthmus.projects.historical;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.isthmus.kit.lists.Type;
import org.isthmus.kit.lists.ViewTable;
import org.isthmus.kit.store.Aggregates;
import org.isthmus.kit.store.ConfirmationStatus;
import org.isthmus.kit.store.Store;

/** All statuses of the past that were asked for: how they are kept and found. */
@ApplicationScoped
class StatusRequests implements PanacheRepositoryBase<RequestedStatuses, UUID> {

    // formatter:off
    static final ViewTable<RequestedStatuses> VIEWS = ViewTable.<RequestedStatuses>of("requested-statuses", "/v1/historical-statuses", RequestedStatusesView.class)
            .visible(asked -> false)
            .cell("id", "/id")
            .reference(asked -> asked.id().toString(), "Its id.")
            .column("status", ConfirmationStatus.class, asked -> asked.confirmation().status(), "Status.").filter().facet().csv()
            .column("requested_on", Type.DATE, asked -> asked.confirmation().requestedOn(), "Requested on.").sort("requestedOn").cell("requestedOn", "/requestedOn")
            .cell("rows", "/rows").cell("requestedBy", "/requestedBy").cell("decidedOn", "/decidedOn").cell("decidedBy", "/decidedBy");
    // formatter:on

    private final Aggregates<RequestedStatuses, RequestedStatusesView> aggregates;

    StatusRequests(Store store) {
        aggregates = store.aggregates(this, VIEWS, RequestedStatusesView::of);
    }

    Aggregates<RequestedStatuses, RequestedStatusesView> all() {
        return aggregates;
    }
}
