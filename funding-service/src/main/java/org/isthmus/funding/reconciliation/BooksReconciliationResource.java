package org.isthmus.funding.reconciliation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.kit.reconciliation.Reconciliation;

/** The books, at the address that auditors know; the same as that of this service. */
@Path("/v1/reconciliation")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Reconciliation")
class BooksReconciliationResource {

    private final Reconciliation reconciliation;

    BooksReconciliationResource(Reconciliation reconciliation) {
        this.reconciliation = reconciliation;
    }

    @GET
    @Operation(operationId = "getReconciliation", summary = "Compare the books with all that was made from them")
    public Reconciliation.Report get() {
        return reconciliation.report();
    }
}
