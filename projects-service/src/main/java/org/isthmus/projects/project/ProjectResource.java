package org.isthmus.projects.project;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
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
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.kit.commands.Write;
import org.isthmus.kit.http.Answers;
import org.isthmus.kit.http.MergePatch;
import org.isthmus.kit.lists.Parameters;
import org.isthmus.kit.store.Aggregates;
import org.isthmus.kit.store.Withdrawal;
import org.isthmus.projects.pendingversion.PendingVersion;
import org.isthmus.projects.pendingversion.PendingVersionView;
import org.isthmus.projects.pendingversion.PendingVersions;
import org.isthmus.projects.printed.NarrativeResult;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/projects")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Projects", description = "The register of projects")
class ProjectResource {

    static final Parameters RESULTS_OF_THE_PAST = Parameters.ofThePast().at("/v1/projects/{id}/results");

    private static final String REVIEWED =
            "What a partner changes of a public project waits for an officer (202); all else takes effect at once.";
    private static final String PENDING =
            "It waits for an officer, where Location leads; the public sees nothing of it.";

    private final Aggregates<Project, ProjectView> projects;
    private final ProjectReferences references;
    private final PartnerRights rights;
    private final ProjectChanges changes;
    private final ProjectGrants grants;
    private final PendingVersions pending;
    private final MergePatch patches;
    private final ObjectMapper json;
    private final Clock clock;

    ProjectResource(
            Projects projects,
            ProjectReferences references,
            PartnerRights rights,
            ProjectChanges changes,
            ProjectGrants grants,
            PendingVersions pending,
            MergePatch patches,
            ObjectMapper json,
            Clock clock) {
        this.projects = projects.all();
        this.references = references;
        this.rights = rights;
        this.changes = changes;
        this.grants = grants;
        this.pending = pending;
        this.patches = patches;
        this.json = json;
        this.clock = clock;
    }

    /** The results of a project. */
    @Schema(name = "ProjectResults")
    record Results(@Schema(required = true) List<NarrativeResult> items) {}

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
        return RelationResource.part(projects.read(id), "results", json);
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
    @Path("/{id}/versions/{version}/withdraw")
    @Write
    @Operation(
            operationId = "withdrawProjectVersion",
            summary = "Withdraw a former version of a project, or several that follow each other",
            description = "Nobody reads it any more: it leaves the past, lists, search and files, and readers of events"
                    + " are told to forget it. The list of versions says when and on which ground it was withdrawn. It"
                    + " still counts in totals of the past. The present version is changed first.")
    public RestResponse<ProjectView> withdraw(
            @RestPath UUID id, @RestPath Integer version, @NotNull Withdrawal withdrawal) {
        List<Integer> withdrawn = projects.withdraw(id, version, withdrawal);
        RestResponse<ProjectView> answer = projects.step(id, same -> {});
        changes.tellWithdrawn(id, withdrawn, withdrawal.ground());
        return answer;
    }

    @POST
    @Write
    @Operation(
            operationId = "createProject",
            summary = "Enter a project",
            description = "It begins in PIPELINE; where one of the past stands is entered at /v1/historical-statuses.")
    public RestResponse<ProjectView> create(@NotNull ProjectContent content) {
        return projects.create(new Project(references.resolve(content), clock.instant()));
    }

    @PUT
    @Path("/{id}")
    @Write
    @Operation(operationId = "replaceProject", summary = "Change what is said of a project", description = REVIEWED)
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProjectView.class)))
    @APIResponse(
            responseCode = "202",
            description = PENDING,
            content = @Content(schema = @Schema(implementation = PendingVersionView.class)))
    public RestResponse<?> replace(@RestPath UUID id, @NotNull ProjectContent content) {
        return edited(id, project -> content);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.TYPE, MediaType.APPLICATION_JSON})
    @Write
    @Operation(
            operationId = "patchProject",
            summary = "Change some of what is said of a project",
            description = REVIEWED)
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProjectView.class)))
    @APIResponse(
            responseCode = "202",
            description = PENDING,
            content = @Content(schema = @Schema(implementation = PendingVersionView.class)))
    public RestResponse<?> patch(@RestPath UUID id, @NotNull String patch) {
        return edited(id, project -> patches.apply(project.content(), patch));
    }

    private RestResponse<?> edited(UUID id, Function<Project, ProjectContent> content) {
        Project project = changes.lockWithNeighbours(id);
        rights.refuseStrangers(project);
        if (rights.isReviewed(project)) {
            PendingVersion.Proposal proposal = projects.judge(id, judged -> proposal(judged, content.apply(judged)));
            if (!proposal.changes().isEmpty()) {
                PendingVersionView view = pending.add(proposal);
                return Answers.accepted(PendingVersions.path(view), Answers.ok(view, view.version()));
            }
        }
        Set<UUID> before = project.content().parties();
        RestResponse<ProjectView> answer = projects.edit(id, edited -> revise(edited, content.apply(edited)));
        changes.regroup(project, before);
        return answer;
    }

    private PendingVersion.Proposal proposal(Project project, ProjectContent content) {
        rights.check(project, content);
        ProjectContent resolved = references.resolve(content);
        ProjectRules.checkRevision(project, resolved, Set.of());
        return changes.proposal(project, resolved);
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
    public RestResponse<ProjectView> unpublish(@RestPath UUID id, @NotNull Move.UnpublishRequest asked) {
        return revealed(id, project -> project.unpublish(asked.reason()));
    }

    private RestResponse<ProjectView> revealed(UUID id, Consumer<Project> step) {
        Project project = changes.lockWithNeighbours(id);
        RestResponse<ProjectView> answer = projects.step(id, step);
        changes.reveal(project);
        return answer;
    }
}
