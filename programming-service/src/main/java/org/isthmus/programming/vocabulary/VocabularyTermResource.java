package org.isthmus.programming.vocabulary;

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

@Path("/v1/vocabulary-terms")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Vocabularies", description = "Terms that projects and measures are classified by, by vocabulary")
class VocabularyTermResource {

    private final VocabularyTerms terms;

    VocabularyTermResource(VocabularyTerms terms) {
        this.terms = terms;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listVocabularyTerms", summary = "List terms of vocabularies")
    public Response list() {
        return terms.all().list();
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getVocabularyTerm", summary = "Read a term of a vocabulary")
    public Response get(@RestPath UUID id) {
        return terms.all().read(id);
    }

    @POST
    @Write
    @Operation(operationId = "createVocabularyTerm", summary = "Enter a term of a vocabulary")
    public RestResponse<VocabularyTermView> create(@NotNull VocabularyTermContent content) {
        return terms.all().create(new VocabularyTerm(content, terms));
    }

    @PUT
    @Path("/{id}")
    @Write
    @Operation(operationId = "replaceVocabularyTerm", summary = "Change what is said of a term of a vocabulary")
    public RestResponse<VocabularyTermView> replace(@RestPath UUID id, @NotNull VocabularyTermContent content) {
        return terms.all().edit(id, one -> one.revise(content, terms));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.TYPE, MediaType.APPLICATION_JSON})
    @Write
    @Operation(operationId = "patchVocabularyTerm", summary = "Change some of what is said of a term of a vocabulary")
    public RestResponse<VocabularyTermView> patch(@RestPath UUID id, @NotNull String patch) {
        return terms.all().patch(id, patch, VocabularyTerm::content, (one, content) -> one.revise(content, terms));
    }

    @jakarta.enterprise.inject.Produces
    BodyCheck<VocabularyTermContent> meaning() {
        return new BodyCheck<>(VocabularyTermContent.class, content -> new VocabularyTerm(content, terms));
    }
}
