package org.isthmus.projects.organisation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.kit.documents.Documents;
import org.isthmus.kit.documents.Lists;
import org.isthmus.kit.http.Answers;
import org.isthmus.kit.http.IfMatch;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.writes.Write;
import org.isthmus.projects.access.Readers;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/organisations")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Organisations", description = "The register of partners")
class OrganisationResource {

    private final Organisations organisations;
    private final Ancestry ancestry;
    private final OrganisationPages pages;
    private final Documents documents;
    private final Lists lists;
    private final Readers readers;

    OrganisationResource(
            Organisations organisations,
            Ancestry ancestry,
            OrganisationPages pages,
            Documents documents,
            Lists lists,
            Readers readers) {
        this.organisations = organisations;
        this.ancestry = ancestry;
        this.pages = pages;
        this.documents = documents;
        this.lists = lists;
        this.readers = readers;
    }

    @GET
    @Operation(
            operationId = "listOrganisations",
            summary = "List organisations",
            description = "Without a token: those that take part in a published project.")
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            description = "Words in names, references and identifiers; the last may be only begun.",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "reference", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "identifier",
            in = ParameterIn.QUERY,
            description = "A value, or scheme:value; also one that no longer holds.",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "type", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "country",
            in = ParameterIn.QUERY,
            description = "ISO 3166-1 alpha-2.",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "parent",
            in = ParameterIn.QUERY,
            description = "Reference of the organisation above.",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "A page; as CSV or NDJSON every row.",
            content = {
                @Content(
                        mediaType = "application/json",
                        schema = @Schema(implementation = OrganisationView.Page.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "application/x-ndjson", schema = @Schema(type = SchemaType.STRING))
            })
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
        Organisation organisation = organisations.get(id);
        IfMatch.require(ifMatch, organisation.version());
        boolean isRenamed = !draft.names().equals(organisation.content().names());
        ancestry.check(id, draft.parentId());
        organisation.revise(draft);
        if (isRenamed) {
            pages.tellProjects(organisation);
        }
        OrganisationView view = pages.keep(organisation);
        return Answers.ok(view, organisation.version());
    }
}
