package org.isthmus.funding.batch;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.funding.booking.MovementRequest;
import org.isthmus.kit.commands.Write;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/movements/batch")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Movements")
class BatchResource {

    private final RequestMovements requests;

    BatchResource(RequestMovements requests) {
        this.requests = requests;
    }

    @Schema(
            name = "MovementBatch",
            description =
                    "Rows of any type, booked in their order once a second person has confirmed them: all of them or none.")
    record Batch(
            @NotNull
            @Size(min = 1, max = 1000)
            @Schema(required = true, type = SchemaType.ARRAY, implementation = MovementRequest.class)
            @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
            List<@NotNull @Valid MovementRequest> movements) {}

    @POST
    @Write(keyRequired = true)
    @APIResponseSchema(value = RequestedMovementsView.class, responseCode = "202")
    @Operation(
            operationId = "bookMovements",
            summary = "Ask for many movements at once",
            description = "Each row has a type, that of its movement, and the fields of its own request."
                    + " Rows see those before them. When one is refused nothing is taken in, and every row that is wrong"
                    + " is named. 202: another person confirms all of them, where Location leads, and then they are in the"
                    + " books. Payments need three people and can't come in a batch.")
    public RestResponse<RequestedMovementsView> book(@NotNull Batch batch) {
        return requests.request(RequestedMovements.Kind.BATCH, batch.movements());
    }
}
