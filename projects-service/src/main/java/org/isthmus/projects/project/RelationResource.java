package org.isthmus.projects.project;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.kit.http.Answers;
import org.isthmus.kit.writes.Write;
import org.isthmus.projects.project.ProjectView.ProjectLink;
import org.isthmus.projects.project.ProjectView.RelationView;
import org.isthmus.projects.relation.RelationType;
import org.isthmus.projects.relation.Relations;
import org.isthmus.projects.relation.Tie;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/projects/{id}/relations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Projects", description = "The register of projects")
class RelationResource {

    private final Projects projects;
    private final Relations relations;
    private final ProjectPages pages;
    private final Glance glance;

    RelationResource(Projects projects, Relations relations, ProjectPages pages, Glance glance) {
        this.projects = projects;
        this.relations = relations;
        this.pages = pages;
        this.glance = glance;
    }

    /** A tie to make. */
    @Schema(name = "ProjectRelationRequest", description = "What this project is to another one.")
    record Request(
            @NotNull @Schema(required = true, examples = "PART_OF")
            RelationType type,

            @NotNull @Schema(required = true, description = "The other project.")
            UUID projectId) {}

    @POST
    @Write
    @Operation(
            operationId = "createProjectRelation",
            summary = "Tie a project to another one",
            description = "Part-of and follows make no circles; a project is part of one umbrella at most.")
    @APIResponseSchema(value = RelationView.class, responseCode = "201")
    public RestResponse<RelationView> relate(@RestPath UUID id, @Valid @NotNull Request asked) {
        Map<UUID, Project> ends = ends(id, asked.projectId());
        Tie tie = relations.add(asked.type(), id, asked.projectId());
        ends.values().forEach(pages::keep);
        Project other = Objects.requireNonNull(ends.get(asked.projectId()));
        RelationView view =
                new RelationView(tie.relationId(), tie.type(), new ProjectLink(other.id(), other.reference()));
        return Answers.created("/v1/projects/%s/relations/%s".formatted(id, tie.relationId()), view, 1);
    }

    @GET
    @Path("/{relationId}")
    @Operation(operationId = "getProjectRelation", summary = "Read a tie of a project to another one")
    public RelationView get(@RestPath UUID id, @RestPath UUID relationId) {
        return glance.relations(id).stream()
                .filter(relation -> relation.id().equals(relationId))
                .findFirst()
                .orElseThrow(() -> Relations.unknown(relationId));
    }

    @DELETE
    @Path("/{relationId}")
    @Write
    @Operation(operationId = "deleteProjectRelation", summary = "Untie a project from another one")
    @APIResponse(responseCode = "204", description = "They are tied no more.")
    public RestResponse<Void> unrelate(@RestPath UUID id, @RestPath UUID relationId) {
        UUID other = relations.get(id, relationId).other();
        Map<UUID, Project> ends = ends(id, other);
        relations.remove(id, relationId);
        ends.values().forEach(pages::keep);
        return RestResponse.noContent();
    }

    private Map<UUID, Project> ends(UUID id, UUID other) {
        Map<UUID, Project> ends =
                projects.lock(List.of(id, other)).stream().collect(Collectors.toMap(Project::id, Function.identity()));
        for (UUID end : List.of(id, other)) {
            if (!ends.containsKey(end)) {
                throw Projects.unknown(end);
            }
        }
        return ends;
    }
}
