package org.isthmus.funding.commitment;

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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.funding.booking.Booking;
import org.isthmus.kit.access.Caller;
import org.isthmus.kit.commands.Write;
import org.isthmus.kit.http.Answers;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.store.Aggregates;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/commitments")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Commitments", description = "Money committed to projects, and what became of it.")
class CommitmentResource {

    private final Commit commit;
    private final Booking booking;
    private final Aggregates<Commitment, CommitmentView> commitments;
    private final Caller caller;

    CommitmentResource(Commit commit, Booking booking, Commitments commitments, Caller caller) {
        this.commit = commit;
        this.booking = booking;
        this.commitments = commitments.all();
        this.caller = caller;
    }

    @POST
    @Write(keyRequired = true)
    @Operation(
            operationId = "createCommitment",
            summary = "Commit money to a project",
            description =
                    "Drawn from the allocation of its action, in time. Signing a grant does it by itself. One of the past is"
                            + " entered at /v1/historical-commitments.")
    public RestResponse<CommitmentView.Booked> create(@NotNull NewCommitment asked) {
        commit.refuseFaulty(asked);
        if (asked.isHistorical()) {
            throw Refusal.invalid(
                    "past-elsewhere",
                    "Commitments of the past are entered at /v1/historical-commitments, by an archivist.");
        }
        Booking.Booked<CommitmentView> booked =
                booking.book(commit.decisions(List.of(asked), caller.name()).getFirst());
        CommitmentView view = booked.shown();
        return Answers.created(
                "/v1/commitments/" + view.id(), new CommitmentView.Booked(view, booked.movement()), view.version());
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listCommitments", summary = "List commitments")
    public Response list() {
        return commitments.list();
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getCommitment", summary = "Read a commitment")
    public Response get(@RestPath UUID id) {
        return commitments.read(id);
    }
}
