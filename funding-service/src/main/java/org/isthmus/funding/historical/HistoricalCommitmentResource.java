package org.isthmus.funding.historical;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.funding.batch.RequestMovements;
import org.isthmus.funding.batch.RequestedMovements;
import org.isthmus.funding.batch.RequestedMovementsView;
import org.isthmus.funding.booking.MovementRequest;
import org.isthmus.funding.commitment.Commit;
import org.isthmus.kit.commands.Write;
import org.isthmus.kit.http.BodyCheck;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;
import org.jboss.resteasy.reactive.RestResponse;

/** The door for the past: commitments that were made before the installation kept its books. */
@Path("/v1/historical-commitments")
@Consumes(MediaType.APPLICATION_JSON)
@jakarta.ws.rs.Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Commitments")
class HistoricalCommitmentResource {

    private final RequestMovements requests;
    private final Commit commit;

    HistoricalCommitmentResource(RequestMovements requests, Commit commit) {
        this.requests = requests;
        this.commit = commit;
    }

    /** Those of one request, which another archivist confirms as a whole. */
    @Schema(name = "HistoricalCommitments", description = "Commitments of the past, confirmed as a whole.")
    record Past(
            @NotNull @Size(min = 1, max = 1000) @Schema(required = true)
            List<@NotNull @Valid HistoricalCommitment> movements) {}

    @POST
    @Write(keyRequired = true)
    @APIResponseSchema(value = RequestedMovementsView.class, responseCode = "202")
    @Operation(
            operationId = "enterHistoricalCommitments",
            summary = "Enter commitments of the past",
            description = "Of years that the books do not keep, each from a document, one for a project and none beside"
                    + " commitments that are kept here. 202: another archivist confirms them, where Location leads;"
                    + " until then they count nowhere.")
    public RestResponse<RequestedMovementsView> enter(@NotNull Past past) {
        return requests.request(
                RequestedMovements.Kind.PAST,
                past.movements().stream()
                        .<MovementRequest>map(HistoricalCommitment::asked)
                        .toList());
    }

    @jakarta.enterprise.inject.Produces
    BodyCheck<Past> check() {
        return new BodyCheck<>(Past.class, past -> {
            Faults faults = new Faults();
            List<HistoricalCommitment> all = Objects.requireNonNullElse(past.movements(), List.of());
            for (int row = 0; row < all.size(); row++) {
                if (all.get(row) instanceof HistoricalCommitment one) {
                    Faults ofRow = new Faults();
                    commit.meaning(one.asked(), ofRow);
                    faults.addAll("/movements/" + row, ofRow.list());
                }
            }
            faults.refuseIfAny(Refusal.Kind.INVALID, "past-invalid", "The meaning of some rows is wrong.");
        });
    }
}
