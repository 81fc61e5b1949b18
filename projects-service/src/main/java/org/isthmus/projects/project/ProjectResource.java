package org.isthmus.projects.project;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.kit.commands.Write;
import org.isthmus.kit.http.Answers;
import org.isthmus.kit.http.Json;
import org.isthmus.kit.http.MergePatch;
import org.isthmus.kit.lists.Parameters;
import org.isthmus.kit.store.Aggregates;
import org.isthmus.projects.values.NarrativeResult;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/projects")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Projects", description = "The register of projects")
class ProjectResource {

    static final Parameters RESULTS_OF_THE_PAST = Parameters.ofThePast().at("/v1/projects/{id}/results");

    private final Aggregates<Project, ProjectView> projects;
    private final ProjectReferences references;
    private final PartnerRights rights;
    private final ProjectChanges changes;
    private final ProjectGrants grants;
    private final ObjectMapper json;
    private final Clock clock;

    ProjectResource(
            Projects projects,
            ProjectReferences references,
            PartnerRights rights,
            ProjectChanges changes,
            ProjectGrants grants,
            ObjectMapper json,
            Clock clock) {
        this.projects = projects.all();
        this.references = references;
        this.rights = rights;
        this.changes = changes;
        this.grants = grants;
        this.json = json;
        this.clock = clock;
    }

    /** The results of a project. */
    @Schema(name = "ProjectResults")
    record Results(@Schema(required = true) List<NarrativeResult> items) {}

    /** Why it is hidden. */
    @Schema(name = "UnpublishRequest", description = "Why the project is hidden.")
    record UnpublishRequest(
            @NotBlank @Size(max = 2000) @Schema(required = true, examples = "Participants would be at risk")
            String reason) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(
            operationId = "listProjects",
            summary = "List and search projects",
            description =
                    "Without a token: published ones. A partner sees its own organisation's too. Repeat a filter for"
                            + " OR, combine filters for AND; the value none finds those without.")
    public Response list() {
        return projects.list();
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getProject", summary = "Read a project")
    public Response get(@RestPath UUID id) {
        return projects.read(id);
    }

    @GET
    @Path("/{id}/results")
    @Operation(operationId = "listProjectResults", summary = "Read the results of a project, planned and achieved")
    @APIResponseSchema(Results.class)
    public Response results(@RestPath UUID id) {
        return part(projects.read(id), "results", json);
    }

    @GET
    @Path("/{id}/versions")
    @Operation(
            operationId = "listProjectVersions",
            summary = "Read which versions of a project there were",
            description = "Each can be read at its link. The public sees those that were public, while the project is.")
    public Response versions(@RestPath UUID id) {
        return projects.versions(id);
    }

    @GET
    @Path("/{id}/versions/{version}")
    @Operation(operationId = "getProjectVersion", summary = "Read a version of a project as it was")
    public Response version(@RestPath UUID id, @RestPath Integer version) {
        return projects.version(id, version);
    }

    @POST
    @Write
    @Operation(
            operationId = "createProject",
            summary = "Enter a project",
            description = "It begins in PIPELINE; one of the past is entered in the status that its sources tell.")
    public RestResponse<ProjectView> create(@NotNull ProjectContent content) {
        return projects.create(new Project(references.resolve(content), clock.instant()));
    }

    @PUT
    @Path("/{id}")
    @Write
    @Operation(operationId = "replaceProject", summary = "Change what is said of a project")
    public RestResponse<ProjectView> replace(@RestPath UUID id, @NotNull ProjectContent content) {
        return edited(id, () -> projects.edit(id, project -> revise(project, content)));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.TYPE, MediaType.APPLICATION_JSON})
    @Write
    @Operation(operationId = "patchProject", summary = "Change some of what is said of a project")
    public RestResponse<ProjectView> patch(@RestPath UUID id, @NotNull String patch) {
        return edited(id, () -> projects.patch(id, patch, Project::content, this::revise));
    }

    private RestResponse<ProjectView> edited(UUID id, Supplier<RestResponse<ProjectView>> edit) {
        Project project = changes.lockWithNeighbours(id);
        rights.refuseStrangers(project);
        Set<UUID> before = project.content().parties();
        RestResponse<ProjectView> answer = edit.get();
        changes.regroup(project, before);
        return answer;
    }

    private void revise(Project project, ProjectContent content) {
        rights.check(project, content);
        ProjectContent resolved = references.resolve(content);
        project.revise(resolved, grants.drawnFromOthers(project, resolved.actionId()));
    }

    @POST
    @Path("/{id}/move")
    @Write
    @Operation(
            operationId = "moveProject",
            summary = "Change the status of a project",
            description = "From PIPELINE a project goes on only by a booked grant.")
    public RestResponse<ProjectView> move(@RestPath UUID id, @NotNull Move.Request asked) {
        return projects.step(id, project -> project.move(asked.to(), asked.date(), asked.reason()));
    }

    @POST
    @Path("/{id}/sign-grant")
    @Write(keyRequired = true)
    @APIResponseSchema(value = ProjectView.class, responseCode = "202")
    @Operation(
            operationId = "signGrant",
            summary = "Sign the grant of a project",
            description =
                    "202: the books take it in and the project begins, or they refuse it and it stays in PIPELINE with"
                            + " the reason; then it may be signed again. Which of both, grant tells where Location leads.")
    public RestResponse<ProjectView> signGrant(@RestPath UUID id, @NotNull Grant.Signature agreement) {
        return Answers.accepted("/v1/projects/" + id, projects.step(id, project -> grants.sign(project, agreement)));
    }

    @POST
    @Path("/{id}/publish")
    @Consumes(MediaType.WILDCARD) // there is no body
    @Write
    @Operation(operationId = "publishProject", summary = "Open a project to the public")
    public RestResponse<ProjectView> publish(@RestPath UUID id) {
        return revealed(id, Project::publish);
    }

    @POST
    @Path("/{id}/unpublish")
    @Write
    @Operation(
            operationId = "unpublishProject",
            summary = "Hide a project from the public",
            description = "Its past versions are hidden too, and readers of events are told to forget it.")
    public RestResponse<ProjectView> unpublish(@RestPath UUID id, @NotNull UnpublishRequest asked) {
        return revealed(id, project -> project.unpublish(asked.reason()));
    }

    private RestResponse<ProjectView> revealed(UUID id, Consumer<Project> step) {
        Project project = changes.lockWithNeighbours(id);
        RestResponse<ProjectView> answer = projects.step(id, step);
        changes.reveal(project);
        return answer;
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
