package org.isthmus.kit.reconciliation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.kit.rules.Refusal;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/reconciliation/{service}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(
        name = "Reconciliation",
        description =
                "What a service keeps, against itself and everything made from it, and its copies against their owners.")
class ReconciliationResource {

    private final Reconciliation reconciliation;
    private final String service;

    ReconciliationResource(Reconciliation reconciliation, @ConfigProperty(name = "isthmus.service") String service) {
        this.reconciliation = reconciliation;
        this.service = service;
    }

    @GET
    @Operation(
            operationId = "getReconciliationOfService",
            summary = "Compare what a service keeps with all that was made from it, and its copies with their owners")
    public Reconciliation.Report ofService(
            @RestPath @Parameter(description = "programming, funding or projects", example = "projects")
                    String service) {
        if (!service.equals(this.service)) {
            throw Refusal.notFound("not-found", "There is no service '%s' here".formatted(service));
        }
        return reconciliation.report();
    }
}
