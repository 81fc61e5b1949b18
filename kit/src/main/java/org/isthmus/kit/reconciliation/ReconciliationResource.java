package org.isthmus.kit.reconciliation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.kit.commands.Write;
import org.isthmus.kit.rules.Refusal;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/reconciliation/{service}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(
        name = "Reconciliation",
        description =
                "What a service keeps, against itself and everything made from it, and its copies against their owners.")
class ReconciliationResource {

    private final Reconciliation reconciliation;
    private final ResendEvents resending;
    private final Clock clock;
    private final String service;

    ReconciliationResource(
            Reconciliation reconciliation,
            ResendEvents resending,
            Clock clock,
            @ConfigProperty(name = "isthmus.service") String service) {
        this.reconciliation = reconciliation;
        this.resending = resending;
        this.clock = clock;
        this.service = service;
    }

    @GET
    @Operation(
            operationId = "getReconciliationOfService",
            summary = "Compare what a service keeps with all that was made from it, and its copies with their owners")
    public Reconciliation.Report ofService(
            @RestPath @Parameter(description = "programming, funding or projects", example = "projects")
                    String service) {
        refuseOthers(service);
        return reconciliation.report();
    }

    /** What is told again, and since when. */
    @Schema(name = "ReconciliationResending", description = "What is told again, and since when")
    record Resending(
            @Schema(description = "The topic on which it is told", examples = "projects.projects")
            String topic,

            @Schema(description = "When it was asked for (UTC)")
            Instant startedAt) {}

    @POST
    @Path("/topics/{topic}/resend")
    @Write
    @Operation(
            operationId = "resendEvents",
            summary = "Tell again of all that stands on a topic, for copies that differ from their owner",
            description =
                    "The service sends an event for each thing of it as it stands, and every copy becomes the same. Who has it"
                            + " already changes no figure, and no act follows a second time. It is done in steps after the answer;"
                            + " the comparison of the copies shows `MOVING`, and `AGREES` in the end.")
    @APIResponseSchema(value = Resending.class, responseCode = "202", responseDescription = "It has begun")
    public RestResponse<Resending> resend(
            @RestPath @Parameter(description = "programming, funding or projects", example = "projects") String service,
            @RestPath
                    @Parameter(
                            description = "A topic on which the service tells of what it owns",
                            example = "projects.projects")
                    String topic) {
        refuseOthers(service);
        if (!resending.topics().contains(topic)) {
            throw Refusal.notFound(
                    "not-found",
                    "%s tells of what it owns on %s".formatted(service, String.join(", ", resending.topics())));
        }
        resending.start(topic);
        return RestResponse.status(RestResponse.Status.ACCEPTED, new Resending(topic, clock.instant()));
    }

    private void refuseOthers(String service) {
        if (!service.equals(this.service)) {
            throw Refusal.notFound("not-found", "There is no service '%s' here".formatted(service));
        }
    }
}
