package org.isthmus.programming.policydocument;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.kit.commands.Write;
import org.isthmus.kit.http.BodyCheck;
import org.isthmus.kit.http.MergePatch;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/policy-documents")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Policy documents", description = "What programmes rest on, and how documents hang together")
class PolicyDocumentResource {

    private final PolicyDocuments documents;

    PolicyDocumentResource(PolicyDocuments documents) {
        this.documents = documents;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listPolicyDocuments", summary = "List policy documents")
    public Response list() {
        return documents.all().list();
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getPolicyDocument", summary = "Read a policy document")
    public Response get(@RestPath UUID id) {
        return documents.all().read(id);
    }

    @POST
    @Write
    @Operation(operationId = "createPolicyDocument", summary = "Enter a policy document")
    public RestResponse<PolicyDocumentView> create(@NotNull PolicyDocumentContent content) {
        return documents.all().create(new PolicyDocument(content, documents));
    }

    @PUT
    @Path("/{id}")
    @Write
    @Operation(operationId = "replacePolicyDocument", summary = "Change what is said of a policy document")
    public RestResponse<PolicyDocumentView> replace(@RestPath UUID id, @NotNull PolicyDocumentContent content) {
        return documents.all().edit(id, one -> one.revise(content, documents));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.TYPE, MediaType.APPLICATION_JSON})
    @Write
    @Operation(operationId = "patchPolicyDocument", summary = "Change some of what is said of a policy document")
    public RestResponse<PolicyDocumentView> patch(@RestPath UUID id, @NotNull String patch) {
        return documents
                .all()
                .patch(id, patch, PolicyDocument::content, (one, content) -> one.revise(content, documents));
    }

    @jakarta.enterprise.inject.Produces
    BodyCheck<PolicyDocumentContent> meaning() {
        return new BodyCheck<>(PolicyDocumentContent.class, content -> new PolicyDocument(content, documents));
    }
}
