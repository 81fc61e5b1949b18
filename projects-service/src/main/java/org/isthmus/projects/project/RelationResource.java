package org.isthmus.projects.project;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.kit.commands.Write;
import org.isthmus.kit.http.Answers;
import org.isthmus.kit.http.BodyCheck;
import org.isthmus.kit.http.Json;
import org.isthmus.kit.lists.Parameters;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.values.Source;
import org.isthmus.projects.relation.RelatedProject;
import org.isthmus.projects.relation.RelationType;
import org.isthmus.projects.relation.RelationView;
import org.isthmus.projects.relation.RelationView.ProjectLink;
import org.isthmus.projects.relation.Relations;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/projects/{id}/relations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Projects", description = "The register of projects")
class RelationResource {

    static final Parameters OF_THE_PAST = Parameters.ofThePast().at("/v1/projects/{id}/relations");

    /** A relation is made and ended, and never changes. */
    private static final int ONLY_VERSION = 1;

    private final Projects projects;
    private final Relations relations;
    private final ProjectChanges changes;
    private final ProjectQueries queries;
    private final ObjectMapper json;
    private final UriInfo uri;

    RelationResource(
            Projects projects,
            Relations relations,
            ProjectChanges changes,
            ProjectQueries queries,
            ObjectMapper json,
            UriInfo uri) {
        this.projects = projects;
        this.relations = relations;
        this.changes = changes;
        this.queries = queries;
        this.json = json;
        this.uri = uri;
    }

    /** The relations of a project. */
    @Schema(name = "ProjectRelations")
    record RelationsView(@Schema(required = true) List<RelationView> items) {}

    /** A relation to make. */
    @Schema(name = "ProjectRelationRequest", description = "What this project is to another one.")
    record Request(
            @NotNull @Schema(required = true, examples = "PART_OF")
            RelationType type,

            @NotNull @Schema(required = true, description = "The other project.")
            UUID projectId,

            @Nullable @Valid @Schema(description = "Where it is said.")
            Source source,

            @Nullable
            @Size(max = 2000)
            @Schema(examples = "Named there as the follow-up", description = "What else is to be known of it.")
            String note) {}

    @GET
    @Operation(
            operationId = "listProjectRelations",
            summary = "Read the relations of a project to others",
            description = "In both directions; only to projects that the caller may read. Of the past: those that its"
                    + " representation showed then.")
    @APIResponseSchema(RelationsView.class)
    public Response list(@RestPath UUID id) {
        return uri.getQueryParameters().isEmpty()
                ? Response.ok(new RelationsView(visible(id))).build()
                : part(projects.all().read(id), "relations", json);
    }

    @GET
    @Path("/{relationId}")
    @Operation(operationId = "getProjectRelation", summary = "Read a relation of a project to another one")
    public RestResponse<RelationView> get(@RestPath UUID id, @RestPath UUID relationId) {
        return Answers.ok(
                visible(id).stream()
                        .filter(relation -> relation.id().equals(relationId))
                        .findFirst()
                        .orElseThrow(() -> Relations.unknown(relationId)),
                ONLY_VERSION);
    }

    @POST
    @Write
    @Operation(
            operationId = "createProjectRelation",
            summary = "Relate a project to another one",
            description = "Part-of and follows make no circles; a project is part of one umbrella at most.")
    @APIResponseSchema(value = RelationView.class, responseCode = "201")
    public RestResponse<RelationView> relate(@RestPath UUID id, @NotNull Request asked) {
        refuseUnknown(asked);
        List<Project> ends = ends(id, asked.projectId());
        ends.stream().filter(end -> end.id().equals(id)).forEach(projects.all()::checkSeen);
        RelatedProject related = relations.add(asked.type(), id, asked.projectId(), asked.source(), asked.note());
        changes.save(ends);
        String other = ends.stream()
                .filter(end -> end.id().equals(asked.projectId()))
                .findFirst()
                .orElseThrow()
                .reference();
        RelationView view = RelationView.of(related, new ProjectLink(asked.projectId(), other));
        return Answers.created("/v1/projects/%s/relations/%s".formatted(id, related.relationId()), view, ONLY_VERSION);
    }

    @DELETE
    @Path("/{relationId}")
    @Write
    @Operation(operationId = "deleteProjectRelation", summary = "End a relation of a project")
    @APIResponse(responseCode = "204", description = "They are related no more.")
    public RestResponse<Void> unrelate(@RestPath UUID id, @RestPath UUID relationId) {
        List<Project> ends = ends(id, relations.get(id, relationId).other());
        projects.all().checkSeen(ONLY_VERSION);
        relations.remove(id, relationId);
        changes.save(ends);
        return RestResponse.noContent();
    }

    @jakarta.enterprise.inject.Produces
    BodyCheck<Request> meaning() {
        return new BodyCheck<>(Request.class, this::refuseUnknown);
    }

    /** Loads none of them, since they are read anew under their lock. */
    private void refuseUnknown(Request asked) {
        UUID other = asked.projectId();
        new Faults()
                .require(
                        other == null || projects.count("id", other) == 1,
                        "/projectId",
                        "project-unknown",
                        "There is no project %s.".formatted(other))
                .refuseIfAny(
                        Refusal.Kind.INVALID, "relation-invalid", "The relation names a project that there is not.");
    }

    private List<RelationView> visible(UUID id) {
        return queries.relations(id).orElseThrow(() -> PartnerRights.unknown(id));
    }

    private List<Project> ends(UUID id, UUID other) {
        List<Project> ends = projects.lock(List.of(id, other));
        for (UUID end : List.of(id, other)) {
            if (ends.stream().noneMatch(project -> project.id().equals(end))) {
                throw PartnerRights.unknown(end);
            }
        }
        return ends;
    }

    /** One member of a representation, with the representation's own headers. */
    static Response part(Response whole, String member, ObjectMapper json) {
        if (!whole.hasEntity()) {
            return whole;
        }
        return Response.fromResponse(whole)
                .entity(Map.of(
                        "items", Json.read(json, (String) whole.getEntity()).path(member)))
                .build();
    }
}
