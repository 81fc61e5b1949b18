package org.isthmus.projects.project;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.kit.documents.Lists;
import org.isthmus.projects.access.Readers;

@Path("/v1/projects")
@Tag(name = "Projects", description = "The register of projects")
class ProjectListResource {

    private final Lists lists;
    private final Readers readers;
    private final UriInfo uri;

    ProjectListResource(Lists lists, Readers readers, UriInfo uri) {
        this.lists = lists;
        this.readers = readers;
        this.uri = uri;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(
            operationId = "listProjects",
            summary = "List and search projects",
            description =
                    "Without a token: published ones. A partner sees its own organisation's too. Repeat a filter for"
                            + " OR, combine filters for AND; the value none finds those without.")
    public Response list() {
        return lists.answer(
                ProjectColumns.LISTING.in(
                        ProjectColumns.shown(uri.getQueryParameters().containsKey("asOf"))),
                readers.projects());
    }
}
