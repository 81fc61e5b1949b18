package org.isthmus.projects.project;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.kit.documents.Documents;
import org.isthmus.kit.http.Answers;
import org.isthmus.kit.http.IfMatch;
import org.isthmus.kit.http.MergePatch;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.writes.Write;
import org.isthmus.projects.access.Readers;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/projects")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Projects", description = "The register of projects")
class ProjectResource {

    private final Projects projects;
    private final AdmitDraft drafts;
    private final Editors editors;
    private final ReviseProject revision;
    private final SignGrant grants;
    private final ProjectPages pages;
    private final Documents documents;
    private final Readers readers;
    private final Clock clock;
    private final MergePatch patches;
    private final UriInfo uri;

    ProjectResource(
            Projects projects,
            AdmitDraft drafts,
            Editors editors,
            ReviseProject revision,
            SignGrant grants,
            ProjectPages pages,
            Documents documents,
            Readers readers,
            Clock clock,
            MergePatch patches,
            UriInfo uri) {
        this.projects = projects;
        this.drafts = drafts;
        this.editors = editors;
        this.revision = revision;
        this.grants = grants;
        this.pages = pages;
        this.documents = documents;
        this.readers = readers;
        this.clock = clock;
        this.patches = patches;
        this.uri = uri;
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getProject", summary = "Read a project")
    @APIResponseSchema(ProjectView.class)
    public Response get(@RestPath UUID id) {
        return documents.answer(
                ProjectColumns.shown(uri.getQueryParameters().containsKey("asOf")), "copies", id, readers.projects());
    }

    @POST
    @Write
    @Operation(
            operationId = "createProject",
            summary = "Enter a project",
            description = "It begins in PIPELINE; one of the past is entered in the status that its sources tell.")
    @APIResponseSchema(value = ProjectView.class, responseCode = "201")
    public RestResponse<ProjectView> create(@Valid @NotNull ProjectDraft draft) {
        Project project = new Project(drafts.admit(draft), clock.instant());
        if (projects.findByReference(draft.reference()).isPresent()) {
            throw Refusal.conflict("project-exists", "There is a project %s already".formatted(draft.reference()));
        }
        ProjectView view = pages.enter(project);
        return Answers.created("/v1/projects/" + project.id(), view, project.version());
    }

    @PUT
    @Path("/{id}")
    @Write
    @Operation(operationId = "replaceProject", summary = "Change what is said of a project")
    @APIResponseSchema(ProjectView.class)
    public RestResponse<ProjectView> replace(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull ProjectDraft draft) {
        return changed(id, ifMatch, draft);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.TYPE, MediaType.APPLICATION_JSON})
    @Write
    @Operation(operationId = "patchProject", summary = "Change some of what is said of a project")
    @APIResponseSchema(value = ProjectView.class, responseCode = "200")
    public RestResponse<ProjectView> patch(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull String patch) {
        Project project = pages.lockWithNeighbours(id);
        editors.letIn(project);
        return changed(id, ifMatch, patches.apply(project.content(), patch));
    }

    private RestResponse<ProjectView> changed(UUID id, @Nullable String ifMatch, ProjectDraft draft) {
        Project project = pages.lockWithNeighbours(id);
        editors.letIn(project);
        IfMatch.require(ifMatch, project.version());
        editors.check(project, draft);
        return Answers.ok(revision.revise(project, draft), project.version());
    }

    @POST
    @Path("/{id}/move")
    @Write
    @Operation(
            operationId = "moveProject",
            summary = "Change the status of a project",
            description = "From PIPELINE a project goes on only by a booked grant.")
    @APIResponseSchema(value = ProjectView.class, responseCode = "200")
    public RestResponse<ProjectView> move(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull MoveRequest asked) {
        Project project = projects.get(id);
        IfMatch.check(ifMatch, project.version());
        project.move(asked.to(), asked.date(), asked.reason());
        return Answers.ok(pages.keep(project), project.version());
    }

    @POST
    @Path("/{id}/sign-grant")
    @Write(keyRequired = true)
    @Operation(
            operationId = "signGrant",
            summary = "Sign the grant of a project",
            description =
                    "The books take it in and the project begins, or they refuse it and it stays in PIPELINE with the"
                            + " reason; then it may be signed again.")
    @APIResponseSchema(value = ProjectView.class, responseCode = "200")
    public RestResponse<ProjectView> signGrant(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull GrantRequest asked) {
        Project project = projects.get(id);
        IfMatch.check(ifMatch, project.version());
        return Answers.ok(grants.sign(project, asked), project.version());
    }

    @POST
    @Path("/{id}/publish")
    @Consumes(MediaType.WILDCARD) // there is no body
    @Write
    @Operation(operationId = "publishProject", summary = "Open a project to the public")
    @APIResponseSchema(value = ProjectView.class, responseCode = "200")
    public RestResponse<ProjectView> publish(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Project project = pages.lockWithNeighbours(id);
        IfMatch.check(ifMatch, project.version());
        project.publish();
        ProjectView view = pages.keep(project, ProjectEvent.Published::new);
        pages.unveil(project);
        return Answers.ok(view, project.version());
    }

    @POST
    @Path("/{id}/unpublish")
    @Write
    @Operation(
            operationId = "unpublishProject",
            summary = "Hide a project from the public",
            description = "Its past versions are hidden too, and readers of events are told to forget it.")
    @APIResponseSchema(value = ProjectView.class, responseCode = "200")
    public RestResponse<ProjectView> unpublish(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull ReasonRequest asked) {
        Project project = pages.lockWithNeighbours(id);
        IfMatch.check(ifMatch, project.version());
        project.unpublish(asked.reason());
        ProjectView view =
                pages.keep(project, changed -> new ProjectEvent.Unpublished(changed.projectId(), changed.version()));
        pages.unveil(project);
        return Answers.ok(view, project.version());
    }
}
