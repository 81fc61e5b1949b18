package org.isthmus.funding.commitment;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.funding.booking.Booking;
import org.isthmus.funding.journal.VisibleMoney;
import org.isthmus.funding.ledger.Movement;
import org.isthmus.kit.documents.Documents;
import org.isthmus.kit.documents.Listing;
import org.isthmus.kit.documents.Lists;
import org.isthmus.kit.http.Answers;
import org.isthmus.kit.http.InvalidRequest;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.security.Caller;
import org.isthmus.kit.writes.Write;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/commitments")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Commitments", description = "Money committed to projects, and what became of it.")
class CommitmentResource {

    private static final Listing LISTING = Listing.over(Commitments.DOCUMENT)
            .answers(CommitmentView.class, "listCommitments")
            .filter("kind", "kind", CommitmentKind.class, "Kind.")
            .filter("projectId", "project_id", Listing.Type.UUID, "Id of the project.")
            .filter("actionId", "action_id", Listing.Type.UUID, "Id of the action.")
            .filter("workProgrammeId", "work_programme_id", Listing.Type.UUID, "Id of the work programme.")
            .filter("budgetLine", "budget_line", Listing.Type.TEXT, "Code of the budget line.")
            .filter("year", "year", Listing.Type.INTEGER, "Budget year.")
            .filter("status", "status", CommitmentStatus.class, "Status.")
            .filter(
                    "historical",
                    "historical",
                    Listing.Type.BOOLEAN,
                    "Whether it is of the past, known from a document.")
            .from("effectiveFrom", "effective_on", Listing.Type.DATE, "Committed on that day or later.")
            .until("effectiveTo", "effective_on", Listing.Type.DATE, "Committed on that day or earlier.")
            .from("outstandingFrom", "outstanding", Listing.Type.NUMBER, "At least this much outstanding.")
            .sort("effectiveOn", "effective_on", Listing.Type.DATE)
            .sort("committed", "committed", Listing.Type.NUMBER)
            .sort("outstanding", "outstanding", Listing.Type.NUMBER)
            .facets("kind", "budgetLine", "year", "status")
            .csv("id", "/id")
            .csv("reference", "/reference")
            .csv("kind", "/kind")
            .csv("projectId", "/projectId")
            .csv("action", "/action")
            .csv("budgetLine", "/budgetLine")
            .csv("year", "/year")
            .csv("effectiveOn", "/effectiveOn")
            .csv("status", "/status")
            .csv("committed", "/committed/amount")
            .csv("decommitted", "/decommitted/amount")
            .csv("paid", "/paid/amount")
            .csv("outstanding", "/outstanding/amount")
            .csv("currency", "/committed/currency");

    private final Commit commit;
    private final Decommit decommit;
    private final Booking booking;
    private final Documents documents;
    private final Lists lists;
    private final VisibleMoney visible;
    private final Caller caller;

    CommitmentResource(
            Commit commit,
            Decommit decommit,
            Booking booking,
            Documents documents,
            Lists lists,
            VisibleMoney visible,
            Caller caller) {
        this.commit = commit;
        this.decommit = decommit;
        this.booking = booking;
        this.documents = documents;
        this.lists = lists;
        this.visible = visible;
        this.caller = caller;
    }

    @Schema(name = "BookedCommitment")
    record Booked(
            @JsonUnwrapped CommitmentView commitment,
            @Schema(required = true) Movement movement) {}

    @POST
    @Write(keyRequired = true)
    @APIResponseSchema(value = Booked.class, responseCode = "201")
    @Operation(
            operationId = "createCommitment",
            summary = "Commit money to a project",
            description =
                    "INDIVIDUAL: drawn from the allocation of its action, in time. HISTORICAL: of the past, read in a"
                            + " document. Signing a grant does the former by itself.")
    public RestResponse<Booked> create(@Valid @NotNull NewCommitment asked) {
        Faults faults = new Faults();
        commit.check(asked, "", faults);
        if (!faults.isEmpty()) {
            throw InvalidRequest.of(faults.list());
        }
        Booking.Booked<CommitmentView> booked =
                booking.book(commit.decisions(List.of(asked), caller.name()).getFirst());
        CommitmentView view = booked.shown();
        return Answers.created("/v1/commitments/" + view.id(), new Booked(view, booked.movement()), view.version());
    }

    @POST
    @Path("/{id}/decommit")
    @Write(keyRequired = true)
    @Operation(
            operationId = "decommitCommitment",
            summary = "Give back what a commitment does not need",
            description = "Within its budget year the money returns to the allocation, later it lapses.")
    public RestResponse<Booked> decommit(@RestPath UUID id, @Valid @NotNull NewDecommitment asked) {
        Booking.Booked<CommitmentView> booked = booking.book(decommit.decision(id, asked, caller.name()));
        CommitmentView view = booked.shown();
        return Answers.ok(new Booked(view, booked.movement()), view.version());
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listCommitments", summary = "List commitments")
    public Response list() {
        return lists.answer(LISTING, visible.ofProjects());
    }

    @GET
    @Path("/{id}")
    @APIResponseSchema(CommitmentView.class)
    @Operation(operationId = "getCommitment", summary = "Read a commitment")
    public Response get(@RestPath UUID id) {
        return documents.answer(Commitments.DOCUMENT, id, visible.ofProjects());
    }
}
