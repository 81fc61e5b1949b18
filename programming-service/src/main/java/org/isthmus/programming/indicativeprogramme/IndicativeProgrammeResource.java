package org.isthmus.programming.indicativeprogramme;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.kit.documents.AsOf;
import org.isthmus.kit.documents.Documents;
import org.isthmus.kit.documents.Facet;
import org.isthmus.kit.documents.Lists;
import org.isthmus.kit.events.Outbox;
import org.isthmus.kit.http.Answers;
import org.isthmus.kit.http.IfMatch;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.writes.Write;
import org.isthmus.programming.workflow.Readers;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/indicative-programmes")
@RunOnVirtualThread
@Tag(name = "Indicative programmes", description = "The envelope of a period and its priorities")
class IndicativeProgrammeResource {

    private final IndicativeProgrammes programmes;
    private final Above above;
    private final IndicativeProgrammePages pages;
    private final Documents documents;
    private final Lists lists;
    private final Outbox outbox;
    private final Readers readers;

    IndicativeProgrammeResource(
            IndicativeProgrammes programmes,
            Above above,
            IndicativeProgrammePages pages,
            Documents documents,
            Lists lists,
            Outbox outbox,
            Readers readers) {
        this.programmes = programmes;
        this.above = above;
        this.pages = pages;
        this.documents = documents;
        this.lists = lists;
        this.outbox = outbox;
        this.readers = readers;
    }

    /** One page of the list. */
    @Schema(name = "IndicativeProgrammePage", description = "One page of the list.")
    record Page(
            @Schema(required = true) List<IndicativeProgrammeView> items,

            @Nullable @Schema(description = "Where the next page is.")
            String next,

            @Schema(required = true) AsOf asOf,

            @Nullable @Schema(description = "With total=true.")
            Long total,

            @Nullable @Schema(description = "With facets=...")
            Map<String, List<Facet>> facets) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listIndicativeProgrammes", summary = "List indicative programmes")
    @APIResponse(
            responseCode = "200",
            description = "One page, or with text/csv or application/x-ndjson all rows that the filter matches.",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = Page.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "application/x-ndjson", schema = @Schema(type = SchemaType.STRING))
            })
    @Parameter(
            name = "reference",
            in = ParameterIn.QUERY,
            description = "Its reference. Repeat it for more values; none finds those without.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "programme",
            in = ParameterIn.QUERY,
            description = "Code of the programme. Repeat it for more values; none finds those without.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "strategyPaper",
            in = ParameterIn.QUERY,
            description = "Reference of the strategy paper. Repeat it for more values; none finds those without.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            description = "Status. Repeat it for more values; none finds those without.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "historical",
            in = ParameterIn.QUERY,
            description =
                    "Whether it was adopted before these books began. Repeat it for more values; none finds those without.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = Boolean.class))
    @Parameter(
            name = "startFrom",
            in = ParameterIn.QUERY,
            description = "Begins on that day or later.",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @Parameter(
            name = "startUntil",
            in = ParameterIn.QUERY,
            description = "Begins on that day or earlier.",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @Parameter(
            name = "sort",
            in = ParameterIn.QUERY,
            description = "One or several of reference, title, start, separated by commas; a minus sorts downwards.",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "facets",
            in = ParameterIn.QUERY,
            description = "One or several of programme, status, separated by commas: counts their values.",
            schema = @Schema(type = SchemaType.STRING))
    public Response list() {
        return lists.answer(IndicativeProgrammePages.LISTING, readers.documents());
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getIndicativeProgramme", summary = "Read an indicative programme")
    @APIResponseSchema(IndicativeProgrammeView.class)
    @APIResponse(responseCode = "304", description = "Still the version that If-None-Match names.")
    @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            description = "As it was recorded at the end of that day, or at that instant, in UTC.",
            schema = @Schema(type = SchemaType.STRING))
    public Response get(@RestPath UUID id) {
        return documents.answer(IndicativeProgrammePages.TABLE, id, readers.documents());
    }

    @POST
    @Write
    @Operation(
            operationId = "createIndicativeProgramme",
            summary = "Draft an indicative programme, or enter a historical one")
    @APIResponse(
            responseCode = "201",
            description = "It is there now.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = IndicativeProgrammeView.class)))
    public RestResponse<IndicativeProgrammeView> create(@Valid @NotNull IndicativeProgrammeDraft draft) {
        if (programmes.findByReference(draft.reference()).isPresent()) {
            throw Refusal.conflict(
                    "indicative-programme-exists",
                    "There is an indicative programme %s already".formatted(draft.reference()));
        }
        IndicativeProgramme programme = new IndicativeProgramme(draft, above.of(draft));
        programmes.persist(programme);
        IndicativeProgrammeView view = pages.keep(programme);
        if (programme.workflow().status().isPublic()) {
            outbox.add(programme.adopted());
        }
        return Answers.created("/v1/indicative-programmes/" + programme.id(), view, programme.version());
    }

    @PUT
    @Path("/{id}")
    @Write
    @Operation(operationId = "replaceIndicativeProgramme", summary = "Change the draft of an indicative programme")
    @APIResponseSchema(value = IndicativeProgrammeView.class, responseCode = "200")
    public RestResponse<IndicativeProgrammeView> replace(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull IndicativeProgrammeDraft draft) {
        IndicativeProgramme programme = programmes.get(id);
        IfMatch.require(ifMatch, programme.version());
        programme.edit(draft, above.of(draft));
        IndicativeProgrammeView view = pages.keep(programme);
        return Answers.ok(view, programme.version());
    }
}
