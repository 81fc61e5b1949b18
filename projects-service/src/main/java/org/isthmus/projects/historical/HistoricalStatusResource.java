package org.isthmus.projects.historical;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.kit.commands.Write;
import org.isthmus.kit.http.BodyCheck;
import org.isthmus.kit.store.Aggregates;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/historical-statuses")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(
        name = "Historical statuses",
        description = "Where projects of the past stand, entered and confirmed by archivists.")
class HistoricalStatusResource {

    private final EnterStatuses statuses;
    private final StatusRequests repository;
    private final Aggregates<RequestedStatuses, RequestedStatusesView> requests;

    HistoricalStatusResource(EnterStatuses statuses, StatusRequests requests) {
        this.statuses = statuses;
        this.repository = requests;
        this.requests = requests.all();
    }

    /** Those of one request. */
    @Schema(
            name = "HistoricalProjects",
            description = "Projects of the past with their statuses, confirmed as a whole.")
    record Past(
            @NotNull @Size(min = 1, max = 1000) @Schema(required = true)
            List<@NotNull @Valid HistoricalProject> projects) {}

    @Schema(
            name = "HistoricalStatusesRejection",
            description = "Why the statuses are not entered; who asked for them reads it.")
    record Rejection(
            @NotBlank @Size(max = 2000) @Schema(required = true)
            String reason) {}

    @jakarta.enterprise.inject.Produces
    BodyCheck<Past> meaning() {
        return new BodyCheck<>(
                Past.class, past -> statuses.meaning(Objects.requireNonNullElse(past.projects(), List.of())));
    }

    @POST
    @Write(keyRequired = true)
    @APIResponseSchema(value = RequestedStatusesView.class, responseCode = "202")
    @Operation(
            operationId = "enterHistoricalStatuses",
            summary = "Enter where projects of the past stand",
            description =
                    "Of projects with a source, whose time is over as far as it is known, and without a grant that is"
                            + " kept here. 202: another archivist confirms them, where Location leads; until then they count"
                            + " nowhere.")
    public RestResponse<RequestedStatusesView> enter(@NotNull Past past) {
        return statuses.request(past.projects());
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listHistoricalStatuses", summary = "List statuses of the past that were entered")
    public Response list() {
        return requests.list();
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getHistoricalStatuses", summary = "Read how far statuses of the past are")
    public Response get(@RestPath UUID id) {
        return requests.read(id);
    }

    @GET
    @Path("/{id}/projects")
    @Operation(
            operationId = "getHistoricalProjects",
            summary = "Read the projects and their statuses, as they were entered")
    public Past projects(@RestPath UUID id) {
        requests.requireShown(id);
        return new Past(repository.findById(id).asked());
    }

    @POST
    @Path("/{id}/confirm")
    @Write(keyRequired = true)
    @Operation(
            operationId = "confirmHistoricalStatuses",
            summary = "Confirm statuses of the past that another archivist entered",
            description = "All of them or none.")
    public RestResponse<RequestedStatusesView> confirm(@RestPath UUID id) {
        return statuses.confirm(id);
    }

    @POST
    @Path("/{id}/reject")
    @Write(keyRequired = true)
    @Operation(
            operationId = "rejectHistoricalStatuses",
            summary = "Reject statuses of the past that are not confirmed yet")
    public RestResponse<RequestedStatusesView> reject(@RestPath UUID id, @NotNull Rejection rejection) {
        return statuses.reject(id, rejection.reason());
    }
}
