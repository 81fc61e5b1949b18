package org.isthmus.funding.decommitment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.funding.booking.Booking;
import org.isthmus.funding.commitment.CommitmentView;
import org.isthmus.kit.access.Caller;
import org.isthmus.kit.commands.Write;
import org.isthmus.kit.http.Answers;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Money given back of a commitment, in euros. */
@Path("/v1/commitments")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Commitments")
class DecommitmentResource {

    private final Decommit decommit;
    private final Booking booking;
    private final Caller caller;

    DecommitmentResource(Decommit decommit, Booking booking, Caller caller) {
        this.decommit = decommit;
        this.booking = booking;
        this.caller = caller;
    }

    @POST
    @Path("/{id}/decommit")
    @Write(keyRequired = true)
    @Operation(
            operationId = "decommitCommitment",
            summary = "Give back what a commitment does not need",
            description = "Within its budget year the money returns to the allocation, later it lapses.")
    public RestResponse<CommitmentView.Booked> decommit(@RestPath UUID id, @NotNull NewDecommitment asked) {
        Booking.Booked<CommitmentView> booked = booking.book(decommit.decision(id, asked, caller.name()));
        CommitmentView view = booked.shown();
        return Answers.ok(new CommitmentView.Booked(view, booked.movement()), view.version());
    }
}
