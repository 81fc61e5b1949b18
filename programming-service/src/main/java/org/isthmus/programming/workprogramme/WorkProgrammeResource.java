package org.isthmus.programming.workprogramme;

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
import org.isthmus.kit.Ids;
import org.isthmus.kit.documents.AsOf;
import org.isthmus.kit.documents.Documents;
import org.isthmus.kit.documents.Facet;
import org.isthmus.kit.documents.Lists;
import org.isthmus.kit.http.Answers;
import org.isthmus.kit.http.IfMatch;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.writes.Write;
import org.isthmus.programming.action.Action;
import org.isthmus.programming.indicativeprogramme.IndicativeProgrammeRegister.Known;
import org.isthmus.programming.workflow.Readers;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/work-programmes")
@RunOnVirtualThread
@Tag(name = "Work programmes", description = "What a programme finances in a year, adopted as its financing decision")
class WorkProgrammeResource {

    private final WorkProgrammes programmes;
    private final Above above;
    private final DraftActions actions;
    private final WorkProgrammePages pages;
    private final Documents documents;
    private final Lists lists;
    private final Readers readers;

    WorkProgrammeResource(
            WorkProgrammes programmes,
            Above above,
            DraftActions actions,
            WorkProgrammePages pages,
            Documents documents,
            Lists lists,
            Readers readers) {
        this.programmes = programmes;
        this.above = above;
        this.actions = actions;
        this.pages = pages;
        this.documents = documents;
        this.lists = lists;
        this.readers = readers;
    }

    /** One page of the list. */
    @Schema(name = "WorkProgrammePage", description = "One page of the list.")
    record Page(
            @Schema(required = true) List<WorkProgrammeView> items,

            @Nullable @Schema(description = "Where the next page is.")
            String next,

            @Schema(required = true) AsOf asOf,

            @Nullable @Schema(description = "With total=true.")
            Long total,

            @Nullable @Schema(description = "With facets=...")
            Map<String, List<Facet>> facets) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listWorkProgrammes", summary = "List work programmes")
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
            name = "indicativeProgramme",
            in = ParameterIn.QUERY,
            description = "Reference of the indicative programme. Repeat it for more values; none finds those without.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "year",
            in = ParameterIn.QUERY,
            description = "Year. Repeat it for more values; none finds those without.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = Integer.class))
    @Parameter(
            name = "part",
            in = ParameterIn.QUERY,
            description = "Part of the year. Repeat it for more values; none finds those without.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = Integer.class))
    @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            description = "Status. Repeat it for more values; none finds those without.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "strand",
            in = ParameterIn.QUERY,
            description = "Code of a strand. Repeat it for more values; none finds those without.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "country",
            in = ParameterIn.QUERY,
            description = "Code of a country. Repeat it for more values; none finds those without.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "yearFrom",
            in = ParameterIn.QUERY,
            description = "In that year or later.",
            schema = @Schema(type = SchemaType.INTEGER))
    @Parameter(
            name = "yearUntil",
            in = ParameterIn.QUERY,
            description = "In that year or earlier.",
            schema = @Schema(type = SchemaType.INTEGER))
    @Parameter(
            name = "totalFrom",
            in = ParameterIn.QUERY,
            description = "At least that total.",
            schema = @Schema(type = SchemaType.NUMBER))
    @Parameter(
            name = "totalUntil",
            in = ParameterIn.QUERY,
            description = "At most that total.",
            schema = @Schema(type = SchemaType.NUMBER))
    @Parameter(
            name = "sort",
            in = ParameterIn.QUERY,
            description =
                    "One or several of reference, title, year, total, part, separated by commas; a minus sorts downwards.",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "facets",
            in = ParameterIn.QUERY,
            description =
                    "One or several of programme, year, status, strand, country, separated by commas: counts their values.",
            schema = @Schema(type = SchemaType.STRING))
    public Response list() {
        return lists.answer(WorkProgrammePages.LISTING, readers.documents());
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getWorkProgramme", summary = "Read a work programme: the text in force, or the draft")
    @APIResponseSchema(WorkProgrammeView.class)
    @APIResponse(responseCode = "304", description = "Still the version that If-None-Match names.")
    @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            description = "As it was recorded at the end of that day, or at that instant, in UTC.",
            schema = @Schema(type = SchemaType.STRING))
    public Response get(@RestPath UUID id) {
        return documents.answer(WorkProgrammePages.TABLE, id, readers.documents());
    }

    @POST
    @Write
    @Operation(operationId = "createWorkProgramme", summary = "Draft a work programme")
    @APIResponse(
            responseCode = "201",
            description = "It is there now.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = WorkProgrammeView.class)))
    public RestResponse<WorkProgrammeView> create(@Valid @NotNull WorkProgrammeDraft draft) {
        Known indicative = above.of(draft);
        if (programmes.findByReference(draft.reference()).isPresent()) {
            throw Refusal.conflict(
                    "work-programme-exists", "There is a work programme %s already".formatted(draft.reference()));
        }
        UUID id = Ids.next();
        refuseTwin(id, indicative, draft);
        WorkProgramme programme = new WorkProgramme(id, draft, indicative, actions.of(id, draft.actions(), List.of()));
        programmes.persist(programme);
        WorkProgrammeView view = pages.keep(programme, List.of());
        return Answers.created("/v1/work-programmes/" + id, view, programme.version());
    }

    @PUT
    @Path("/{id}")
    @Write
    @Operation(operationId = "replaceWorkProgramme", summary = "Change the draft of a work programme")
    @APIResponseSchema(value = WorkProgrammeView.class, responseCode = "200")
    public RestResponse<WorkProgrammeView> replace(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull WorkProgrammeDraft draft) {
        WorkProgramme programme = programmes.get(id);
        IfMatch.require(ifMatch, programme.version());
        Known indicative = above.of(draft);
        refuseTwin(id, indicative, draft);
        List<Action> before = programme.actions();
        programme.edit(draft, indicative, actions.of(id, draft.actions(), before));
        WorkProgrammeView view = pages.keep(programme, before);
        return Answers.ok(view, programme.version());
    }

    private void refuseTwin(UUID id, Known indicative, WorkProgrammeDraft draft) {
        programmes.findTwin(id, indicative.id(), draft.year(), draft.part()).ifPresent(twin -> {
            throw Refusal.conflict(
                    "year-taken",
                    "%s already stands for this part of %d under %s"
                            .formatted(twin.heading().reference(), draft.year(), indicative.reference()));
        });
    }
}
