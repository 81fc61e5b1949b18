package org.isthmus.projects.organisation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.event.Event;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.kit.commands.Write;
import org.isthmus.kit.http.MergePatch;
import org.isthmus.kit.store.Aggregates;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/organisations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Organisations", description = "The register of partners")
class OrganisationResource {

    private final Aggregates<Organisation, OrganisationView> organisations;
    private final OrganisationRules rules;
    private final OrganisationTree tree;
    private final Event<OrganisationRenamed> renamed;

    OrganisationResource(
            Organisations organisations,
            OrganisationRules rules,
            OrganisationTree tree,
            Event<OrganisationRenamed> renamed) {
        this.organisations = organisations.all();
        this.rules = rules;
        this.tree = tree;
        this.renamed = renamed;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(
            operationId = "listOrganisations",
            summary = "List organisations",
            description = "Without a token: those that take part in a published project.")
    public Response list() {
        return organisations.list();
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getOrganisation", summary = "Read an organisation")
    public Response get(@RestPath UUID id) {
        return organisations.read(id);
    }

    @POST
    @Write
    @Operation(operationId = "createOrganisation", summary = "Enter an organisation")
    public RestResponse<OrganisationView> create(@NotNull OrganisationContent content) {
        rules.check(content);
        return organisations.create(new Organisation(content, tree.parent(null, content.parentId())));
    }

    @PUT
    @Path("/{id}")
    @Write
    @Operation(operationId = "replaceOrganisation", summary = "Change what is said of an organisation")
    public RestResponse<OrganisationView> replace(@RestPath UUID id, @NotNull OrganisationContent content) {
        return organisations.edit(id, organisation -> revise(organisation, content));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.TYPE, MediaType.APPLICATION_JSON})
    @Write
    @Operation(operationId = "patchOrganisation", summary = "Change some of what is said of an organisation")
    public RestResponse<OrganisationView> patch(@RestPath UUID id, @NotNull String patch) {
        return organisations.patch(id, patch, Organisation::content, this::revise);
    }

    /** Projects show the name, and follow. */
    private void revise(Organisation organisation, OrganisationContent content) {
        rules.check(content);
        boolean isRenamed = !content.names().equals(organisation.content().names());
        organisation.revise(content, tree.parent(organisation.id(), content.parentId()));
        if (isRenamed) {
            renamed.fire(new OrganisationRenamed(organisation.id()));
        }
    }
}
