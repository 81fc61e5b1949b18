package org.isthmus.projects.project;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.kit.documents.Lists;
import org.isthmus.projects.access.Readers;

@Path("/v1/projects")
@Tag(name = "Projects", description = "The register of projects")
class ProjectListResource {

    private final Lists lists;
    private final Readers readers;

    ProjectListResource(Lists lists, Readers readers) {
        this.lists = lists;
        this.readers = readers;
    }

    @GET
    @Operation(
            operationId = "listProjects",
            summary = "List and search projects",
            description =
                    "Without a token: published ones. A partner sees its own organisation's too. Repeat a filter for"
                            + " OR, combine filters for AND; the value none finds those without.")
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            description =
                    "Words in titles, summaries, objectives, results, organisations and references, in all languages; the last may be only begun.",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "reference", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "programme",
            in = ParameterIn.QUERY,
            description = "Code of the programme.",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "action",
            in = ParameterIn.QUERY,
            description = "Id or reference of the action.",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "call", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "strand", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "country",
            in = ParameterIn.QUERY,
            description = "ISO 3166-1 alpha-2.",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "region",
            in = ParameterIn.QUERY,
            description = "A region as a source prints it, or that of a country.",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "scope", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "status", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "organisation",
            in = ParameterIn.QUERY,
            description = "Id or reference of an organisation that takes part.",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "published", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.BOOLEAN))
    @Parameter(
            name = "year",
            in = ParameterIn.QUERY,
            description = "A year in which it ran.",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "yearFrom",
            in = ParameterIn.QUERY,
            description = "It ran in this year or later.",
            schema = @Schema(type = SchemaType.INTEGER))
    @Parameter(
            name = "yearTo",
            in = ParameterIn.QUERY,
            description = "It ran in this year or earlier.",
            schema = @Schema(type = SchemaType.INTEGER))
    @Parameter(
            name = "amountFrom",
            in = ParameterIn.QUERY,
            description = "The contribution is this or more.",
            schema = @Schema(type = SchemaType.NUMBER))
    @Parameter(
            name = "amountTo",
            in = ParameterIn.QUERY,
            description = "The contribution is this or less.",
            schema = @Schema(type = SchemaType.NUMBER))
    @Parameter(
            name = "currency",
            in = ParameterIn.QUERY,
            description = "Currency of the contribution.",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "countingLevel",
            in = ParameterIn.QUERY,
            description = "UMBRELLA or PROJECT.",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "partOf",
            in = ParameterIn.QUERY,
            description = "Reference of the umbrella; with none every euro of contribution counts once.",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "A page; as CSV or NDJSON every row.",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = ProjectView.Page.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "application/x-ndjson", schema = @Schema(type = SchemaType.STRING))
            })
    public Response list() {
        return lists.answer(ProjectColumns.LISTING, readers.projects());
    }
}
