package org.isthmus.funding.budgetline;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.funding.batch.RequestMovements;
import org.isthmus.funding.batch.RequestedMovements;
import org.isthmus.funding.batch.RequestedMovementsView;
import org.isthmus.kit.commands.Write;
import org.isthmus.kit.store.Aggregates;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/appropriations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Appropriations", description = "What the budget authority gives a line for a year.")
class AppropriationResource {

    private final RequestMovements requests;
    private final Aggregates<Appropriation, AppropriationView> appropriations;

    AppropriationResource(RequestMovements requests, Appropriations appropriations) {
        this.requests = requests;
        this.appropriations = appropriations.all();
    }

    @POST
    @Write(keyRequired = true)
    @APIResponseSchema(value = RequestedMovementsView.class, responseCode = "202")
    @Operation(
            operationId = "createAppropriation",
            summary = "Ask for appropriations of a budget line and year",
            description =
                    "202: another authorising officer confirms them, where Location leads, and then they are in the"
                            + " books.")
    public RestResponse<RequestedMovementsView> create(@NotNull NewAppropriation asked) {
        return requests.request(RequestedMovements.Kind.APPROPRIATIONS, List.of(asked));
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listAppropriations", summary = "List appropriations")
    public Response list() {
        return appropriations.list();
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getAppropriation", summary = "Read an appropriation")
    public Response get(@RestPath UUID id) {
        return appropriations.read(id);
    }
}
