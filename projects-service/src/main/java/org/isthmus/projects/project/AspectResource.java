package org.isthmus.projects.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.kit.documents.Documents;
import org.isthmus.projects.access.Readers;
import org.isthmus.projects.facts.NarrativeResult;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/v1/projects/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Projects", description = "The register of projects")
class AspectResource {

    private final Documents documents;
    private final Readers readers;
    private final Glance glance;
    private final ObjectMapper json;

    AspectResource(Documents documents, Readers readers, Glance glance, ObjectMapper json) {
        this.documents = documents;
        this.readers = readers;
        this.glance = glance;
        this.json = json;
    }

    /** The results of a project. */
    @Schema(name = "ProjectResults")
    record Results(@Schema(required = true) List<NarrativeResult> items) {}

    /** The ties of a project. */
    @Schema(name = "ProjectRelations")
    record Relations(@Schema(required = true) List<ProjectView.RelationView> items) {}

    /** The versions of a project. */
    @Schema(name = "ProjectVersions")
    record Versions(@Schema(required = true) List<Glance.Version> items) {}

    @GET
    @Path("/results")
    @Operation(operationId = "listProjectResults", summary = "Read the results of a project, planned and achieved")
    @APIResponseSchema(Results.class)
    public Response results(@RestPath UUID id) {
        return part(id, "results");
    }

    @GET
    @Path("/relations")
    @Operation(
            operationId = "listProjectRelations",
            summary = "Read the ties of a project to others",
            description = "In both directions; only to projects that the caller may read. With asOf: those that its"
                    + " representation showed then.")
    @APIResponseSchema(Relations.class)
    public Response relations(@RestPath UUID id, @RestQuery @Nullable String asOf) {
        return asOf == null ? Response.ok(new Relations(glance.relations(id))).build() : part(id, "relations");
    }

    @GET
    @Path("/versions")
    @Operation(
            operationId = "listProjectVersions",
            summary = "Read which versions of a project there were",
            description = "Each can be read at its link. The public sees those that were public, while the project is.")
    public Versions versions(@RestPath UUID id) {
        return new Versions(glance.versions(id));
    }

    /** One member of the representation, with the representation's own version. */
    private Response part(UUID id, String member) {
        Response whole = documents.answer(ProjectColumns.TABLE, id, readers.projects());
        if (!whole.hasEntity()) {
            return whole;
        }
        try {
            JsonNode items = json.readTree((String) whole.getEntity()).path(member);
            return Response.fromResponse(whole).entity(Map.of("items", items)).build();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a stored representation is not JSON", e);
        }
    }
}
