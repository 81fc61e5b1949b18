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
import org.isthmus.funding.ledger.Movement;
import org.isthmus.kit.commands.Write;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/movements/batch")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Movements")
class BatchResource {

    private final BookMovements movements;

    BatchResource(BookMovements movements) {
        this.movements = movements;
    }

    @Schema(name = "MovementBatch", description = "Rows of any type, booked in their order: all of them or none.")
    record Batch(
            @NotNull
            @Size(min = 1, max = 1000)
            @Schema(required = true, type = SchemaType.ARRAY, implementation = MovementRequest.class)
            @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
            List<@NotNull @Valid MovementRequest> movements) {}

    @Schema(name = "BookedBatch")
    record Booked(
            @Schema(required = true, description = "One per row, in the same order.")
            List<Movement> movements) {}

    @POST
    @Write(keyRequired = true)
    @APIResponseSchema(value = Booked.class, responseCode = "201")
    @Operation(
            operationId = "bookMovements",
            summary = "Book many movements at once",
            description = "Each row has a type, that of its movement, and the fields of its own request."
                    + " Rows see those before them. When one is refused nothing is booked, and every row that is wrong"
                    + " is named. Payments need three people and can't come in a batch.")
    public RestResponse<Booked> book(@NotNull Batch batch) {
        return RestResponse.status(RestResponse.Status.CREATED, new Booked(movements.book(batch.movements())));
    }
}
