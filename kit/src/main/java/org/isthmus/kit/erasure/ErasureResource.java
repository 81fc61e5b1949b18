package org.isthmus.kit.erasure;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.kit.commands.Write;
import org.isthmus.kit.http.Answers;
import org.isthmus.kit.lists.Lists;
import org.isthmus.kit.lists.Type;
import org.isthmus.kit.lists.ViewTable;
import org.isthmus.kit.rules.Refusal;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Erasures of one service: asked for, confirmed by a second person, and listed for good. */
@Path("/v1/audit/{service}/erasures")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Audit", description = "Who did what, when, from where, and what came of it.")
class ErasureResource {

    private static final String SERVICE = "programming, funding or projects";

    // formatter:off
    static final ViewTable<Void> LINES = ViewTable.<Void>of("erasure", "/v1/audit/{service}/erasures", ErasureView.class).from("erasure_line")
            .column("requested_at", Type.INSTANT, "When it was asked for, UTC.").sort("requestedAt").defaultSort("requestedAt").cell("requestedAt", "/requestedAt")
            .column("status", ErasureView.Status.class, none -> null, "How far it is.").filter().csv()
            .column("thing", Type.TEXT, "Id of the thing whose texts they are.").filter().csv()
            .reference(none -> "", "Its id.").cell("id", "/id").cell("first", "/first").cell("last", "/last").cell("reason", "/reason")
            .cell("requestedBy", "/requestedBy").cell("confirmedBy", "/confirmedBy").cell("confirmedAt", "/confirmedAt");
    // formatter:on

    private final Lists lists;
    private final Erasures erasures;
    private final String service;

    ErasureResource(Lists lists, Erasures erasures, @ConfigProperty(name = "isthmus.service") String service) {
        this.lists = lists;
        this.erasures = erasures;
        this.service = service;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listErasures", summary = "List what was erased in a service, and what is to be")
    public Response list(@RestPath @Parameter(description = SERVICE, example = "projects") String service) {
        requireThis(service);
        return lists.answer(LINES);
    }

    @POST
    @Write
    @APIResponseSchema(value = ErasureView.class, responseCode = "201")
    @Operation(
            operationId = "requestErasure",
            summary = "Ask for texts to be erased",
            description = "Nothing is erased before a second person confirms it.")
    public RestResponse<ErasureView> request(
            @RestPath @Parameter(description = SERVICE, example = "projects") String service,
            @NotNull ErasureRequest asked) {
        requireThis(service);
        ErasureView view = erasures.request(asked);
        return Answers.created("/v1/audit/%s/erasures/%s".formatted(service, view.id()), view, view.version());
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getErasure", summary = "Read what was erased, or is to be")
    public RestResponse<ErasureView> get(
            @RestPath @Parameter(description = SERVICE, example = "projects") String service, @RestPath UUID id) {
        requireThis(service);
        ErasureView view = erasures.find(id);
        return Answers.ok(view, view.version());
    }

    @POST
    @Path("/{id}/confirm")
    @Consumes(MediaType.WILDCARD) // there is no body
    @Write
    @Operation(
            operationId = "confirmErasure",
            summary = "Erase what another person asked to be erased",
            description =
                    "The texts of the versions, what the audit log holds of them, the stored events that told them"
                            + " and the stored answers. It can't be undone. Seals hold hashes, so the log verifies as before;"
                            + " who did what and when stays.")
    public RestResponse<ErasureView> confirm(
            @RestPath @Parameter(description = SERVICE, example = "projects") String service, @RestPath UUID id) {
        requireThis(service);
        ErasureView view = erasures.confirm(id);
        return Answers.ok(view, view.version());
    }

    private void requireThis(String service) {
        if (!service.equals(this.service)) {
            throw Refusal.notFound("not-found", "There is no service '%s' here".formatted(service));
        }
    }
}
