package org.isthmus.projects.organisation;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.kit.documents.Documents;
import org.isthmus.kit.documents.Lists;
import org.isthmus.kit.http.Answers;
import org.isthmus.kit.http.IfMatch;
import org.isthmus.kit.http.MergePatch;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.writes.Write;
import org.isthmus.projects.access.Readers;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/organisations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organisations", description = "The register of partners")
class OrganisationResource {

    private final Organisations organisations;
    private final Ancestry ancestry;
    private final OrganisationPages pages;
    private final Documents documents;
    private final Lists lists;
    private final Readers readers;
    private final MergePatch patches;

    OrganisationResource(
            Organisations organisations,
            Ancestry ancestry,
            OrganisationPages pages,
            Documents documents,
            Lists lists,
            Readers readers,
            MergePatch patches) {
        this.organisations = organisations;
        this.ancestry = ancestry;
        this.pages = pages;
        this.documents = documents;
        this.lists = lists;
        this.readers = readers;
        this.patches = patches;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(
            operationId = "listOrganisations",
            summary = "List organisations",
            description = "Without a token: those that take part in a published project.")
    public Response list() {
        return lists.answer(OrganisationPages.LISTING, readers.organisations());
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getOrganisation", summary = "Read an organisation")
    @APIResponseSchema(OrganisationView.class)
    public Response get(@RestPath UUID id) {
        return documents.answer(OrganisationPages.TABLE, id, readers.organisations());
    }

    @POST
    @Write
    @Operation(operationId = "createOrganisation", summary = "Enter an organisation")
    @APIResponseSchema(value = OrganisationView.class, responseCode = "201")
    public RestResponse<OrganisationView> create(@Valid @NotNull OrganisationDraft draft) {
        Organisation organisation = new Organisation(draft);
        if (organisations.findByReference(draft.reference()).isPresent()) {
            throw Refusal.conflict(
                    "organisation-exists", "There is an organisation %s already".formatted(draft.reference()));
        }
        ancestry.check(null, draft.parentId());
        organisations.persist(organisation);
        OrganisationView view = pages.keep(organisation);
        return Answers.created("/v1/organisations/" + organisation.id(), view, organisation.version());
    }

    @PUT
    @Path("/{id}")
    @Write
    @Operation(operationId = "replaceOrganisation", summary = "Change what is said of an organisation")
    @APIResponseSchema(OrganisationView.class)
    public RestResponse<OrganisationView> replace(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull OrganisationDraft draft) {
        return changed(id, ifMatch, draft);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.TYPE, MediaType.APPLICATION_JSON})
    @Write
    @Operation(operationId = "patchOrganisation", summary = "Change some of what is said of an organisation")
    @APIResponseSchema(value = OrganisationView.class, responseCode = "200")
    public RestResponse<OrganisationView> patch(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull String patch) {
        return changed(id, ifMatch, patches.apply(organisations.get(id).content(), patch));
    }

    private RestResponse<OrganisationView> changed(UUID id, @Nullable String ifMatch, OrganisationDraft draft) {
        Organisation organisation = organisations.get(id);
        IfMatch.require(ifMatch, organisation.version());
        boolean isRenamed = !draft.names().equals(organisation.content().names());
        ancestry.check(id, draft.parentId());
        if (!organisation.revise(draft)) {
            return Answers.ok(pages.present(organisation), organisation.version());
        }
        if (isRenamed) {
            pages.tellProjects(organisation);
        }
        OrganisationView view = pages.keep(organisation);
        return Answers.ok(view, organisation.version());
    }
}
