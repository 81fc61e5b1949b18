package org.isthmus.kit.audit;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.kit.access.Policy;
import org.isthmus.kit.lists.Lists;
import org.isthmus.kit.lists.Parameter.Known;
import org.isthmus.kit.lists.Type;
import org.isthmus.kit.lists.ViewTable;
import org.isthmus.kit.rules.Refusal;
import org.jboss.resteasy.reactive.RestPath;

/** Every write of one service, done or refused, in the order it happened. */
@Path("/v1/audit/{service}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Audit", description = "Who did what, when, from where, and what came of it.")
class AuditResource {

    private enum Method {
        POST,
        PUT,
        PATCH,
        DELETE
    }

    private enum Outcome {
        DONE,
        REFUSED
    }

    private static final Known OPERATIONS = Known.of(
            "operation of this service",
            new TreeSet<>(Policy.read().keySet()).stream().toList());

    // formatter:off
    static final ViewTable<Void> LINES = ViewTable.<Void>of("audit-line", "/v1/audit/{service}", AuditLine.class).from("audit_line")
            .column("position", Type.INTEGER, "Its place among the lines of the service.").from("positionFrom", "At that place or later: the one after the last that was read goes on without a gap.").sort().defaultSort("position").csv()
            .column("at", Type.INSTANT, "When it was written, UTC.").from("atFrom", "At that instant or later.").until("atTo", "At that instant or earlier.").csv()
            .column("operation", Type.TEXT, "Operation of the API document, such as `createProject`.").optional().filter().known(OPERATIONS).facet().csv()
            .column("caller", Type.TEXT, "Subject of the token.").filter().facet().sort().csv()
            .column("person", Type.TEXT, "Person behind the token, as four eyes tell persons apart.").optional().filter().csv()
            .column("on_behalf_of", Type.TEXT, "Person as whose deputy it was done.").optional().filter("onBehalfOf").cell("onBehalfOf", "/onBehalfOf")
            .column("method", Method.class, none -> null, "Method of the request.").filter().facet().csv()
            .column("path", Type.TEXT, "Path of the request.").filter().csv()
            .column("object", Type.TEXT, "Id of the thing that was written.").optional().filter().csv()
            .column("outcome", Outcome.class, none -> null, "Whether it was done.").filter().facet().csv()
            .column("status", Type.INTEGER, "Status of the answer.").filter().facet().csv()
            .column("code", Type.TEXT, "Code of the refusal.").optional().filter().facet().csv()
            .column("day", Type.DATE, "Day in the installation's zone.").from("dayFrom", "On that day or later.").until("dayTo", "On that day or earlier.")
            .reference(none -> "", "Id of the request.").filter("requestId").cell("requestId", "/requestId")
            .cell("address", "/address").cell("asked", "/asked").cell("before", "/before").cell("after", "/after");
    // formatter:on

    private final Lists lists;
    private final SealTables seals;
    private final VerifySeals verification;
    private final AuditTable table;
    private final String service;

    AuditResource(
            Lists lists,
            SealTables seals,
            VerifySeals verification,
            AuditTable table,
            @ConfigProperty(name = "isthmus.service") String service) {
        this.lists = lists;
        this.seals = seals;
        this.verification = verification;
        this.table = table;
        this.service = service;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(
            operationId = "listAudit",
            summary = "Read the audit log of a service, oldest first",
            description =
                    "A line gets its place when it is sealed, which is after its commit, and keeps it: whoever has read"
                            + " up to a position misses nothing by going on after it, however late something commits.")
    public Response list(
            @RestPath @Parameter(description = "programming, funding or projects", example = "funding")
                    String service) {
        requireThis(service);
        seals.upToNow(table);
        return lists.answer(LINES);
    }

    @GET
    @Path("/verification")
    @Operation(operationId = "verifyAudit", summary = "Compute all seals of the audit log again")
    public SealVerification verify(
            @RestPath @Parameter(description = "programming, funding or projects", example = "funding")
                    String service) {
        requireThis(service);
        return verification.run(table);
    }

    private void requireThis(String service) {
        if (!service.equals(this.service)) {
            throw Refusal.notFound("not-found", "There is no service '%s' here".formatted(service));
        }
    }
}
