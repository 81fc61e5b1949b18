package org.isthmus.projects.pendingversion;

import io.smallrye.common.annotation.RunOnVirtualThread;
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
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.kit.access.Caller;
import org.isthmus.kit.commands.Write;
import org.isthmus.kit.store.Aggregates;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/pending-versions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(
        name = "Pending versions",
        description = "What partners want to change of public projects, until an officer publishes or returns it")
class PendingVersionResource {

    private final PendingVersions versions;
    private final Aggregates<PendingVersion, PendingVersionView> pending;
    private final ReviewedProject projects;
    private final Caller caller;
    private final Clock clock;

    PendingVersionResource(PendingVersions versions, ReviewedProject projects, Caller caller, Clock clock) {
        this.versions = versions;
        this.pending = versions.all();
        this.projects = projects;
        this.caller = caller;
        this.clock = clock;
    }

    /** Why it is returned. */
    @Schema(name = "ReturnRequest", description = "Why the change is not published; its partner reads it.")
    record ReturnRequest(
            @NotBlank @Size(max = 2000) @Schema(required = true, examples = "The summary names participants")
            String reason) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(
            operationId = "listPendingVersions",
            summary = "List what partners want to change of public projects",
            description = "A partner sees those of the projects that its organisation leads.")
    public Response list() {
        return pending.list();
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getPendingVersion", summary = "Read a pending version with what it would replace")
    public Response get(@RestPath UUID id) {
        return pending.read(id);
    }

    @POST
    @Path("/{id}/publish")
    @Consumes(MediaType.WILDCARD) // there is no body
    @Write
    @Operation(
            operationId = "publishPendingVersion",
            summary = "Publish what a partner proposes",
            description =
                    "The project gets a version with the changes. Who proposed them does not publish them, and what"
                            + " has changed in the project since the partner read it is not overwritten (409).")
    public RestResponse<PendingVersionView> publish(@RestPath UUID id) {
        PendingVersion asked = held(id);
        pending.checkSeen(asked);
        asked.refuseDecided();
        int version = projects.publish(asked.projectId(), asked.changes());
        return pending.step(id, one -> one.publish(version, caller.name(), now()));
    }

    @POST
    @Path("/{id}/return")
    @Write
    @Operation(
            operationId = "returnPendingVersion",
            summary = "Return to a partner what it proposes, with the reason",
            description = "Nothing of it becomes public.")
    public RestResponse<PendingVersionView> giveBack(@RestPath UUID id, @NotNull ReturnRequest asked) {
        return pending.step(id, one -> one.giveBack(asked.reason(), caller.name(), now()));
    }

    @POST
    @Path("/{id}/withdraw")
    @Consumes(MediaType.WILDCARD) // there is no body
    @Write
    @Operation(
            operationId = "withdrawPendingVersion",
            summary = "Withdraw what was proposed before it is decided",
            description = "For partners whose organisation leads the project.")
    public RestResponse<PendingVersionView> withdraw(@RestPath UUID id) {
        pending.requireShown(id);
        return pending.step(id, one -> one.withdraw(caller.name(), now()));
    }

    /** The project first, as where it is changed otherwise, so that nobody waits in a circle. */
    private PendingVersion held(UUID id) {
        versions.find("select projectId from PendingVersion where id = ?1", id)
                .project(UUID.class)
                .firstResultOptional()
                .ifPresent(projects::hold);
        return pending.get(id);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
