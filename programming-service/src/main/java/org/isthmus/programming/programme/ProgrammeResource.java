package org.isthmus.programming.programme;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.kit.commands.Write;
import org.isthmus.kit.http.BodyCheck;
import org.isthmus.kit.http.MergePatch;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.values.Given;
import org.isthmus.programming.vocabulary.VocabularyTerms;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/programmes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Programmes", description = "Programmes, their strands and their place in the chain")
class ProgrammeResource {

    private final Programmes programmes;
    private final Strands strands;
    private final ProgrammeChain chain;
    private final VocabularyTerms terms;

    ProgrammeResource(Programmes programmes, Strands strands, ProgrammeChain chain, VocabularyTerms terms) {
        this.terms = terms;
        this.programmes = programmes;
        this.strands = strands;
        this.chain = chain;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listProgrammes", summary = "List programmes")
    public Response list() {
        return programmes.all().list();
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getProgramme", summary = "Read a programme")
    public Response get(@RestPath UUID id) {
        return programmes.all().read(id);
    }

    @POST
    @Write
    @Operation(operationId = "createProgramme", summary = "Enter a programme")
    public RestResponse<ProgrammeView> create(@NotNull ProgrammeContent content) {
        programmes.hold();
        refuseUnclear(content);
        Programme programme = new Programme(content);
        List<Programme> neighbours = chain.tie(programme, content.predecessorCode());
        RestResponse<ProgrammeView> created = programmes.all().create(programme);
        programmes.all().saveAll(neighbours);
        strands.show(programme, Set.of());
        return created;
    }

    @PUT
    @Path("/{id}")
    @Write
    @Operation(operationId = "replaceProgramme", summary = "Change what is said of a programme")
    public RestResponse<ProgrammeView> replace(@RestPath UUID id, @NotNull ProgrammeContent content) {
        return changed(id, revise -> programmes.all().edit(id, programme -> revise.accept(programme, content)));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MergePatch.TYPE, MediaType.APPLICATION_JSON})
    @Write
    @Operation(operationId = "patchProgramme", summary = "Change some of what is said of a programme")
    public RestResponse<ProgrammeView> patch(@RestPath UUID id, @NotNull String patch) {
        return changed(id, revise -> programmes.all().patch(id, patch, Programme::content, revise));
    }

    private void refuseUnclear(ProgrammeContent content) {
        Faults faults = new Faults();
        content.check(terms, faults);
        String before = content.predecessorCode();
        faults.require(
                before == null || programmes.findByCode(before).isPresent(),
                "/predecessorCode",
                "programme-unknown",
                "There is no programme '%s'.".formatted(before));
        faults.refuseIfAny(Refusal.Kind.INVALID, "programme-invalid", "The programme is not clear");
    }

    @jakarta.enterprise.inject.Produces
    BodyCheck<ProgrammeContent> meaning() {
        return new BodyCheck<>(ProgrammeContent.class, this::refuseUnclear);
    }

    /** The neighbours in the chain and the strands change with their programme. */
    private RestResponse<ProgrammeView> changed(
            UUID id, Function<BiConsumer<Programme, ProgrammeContent>, RestResponse<ProgrammeView>> change) {
        programmes.hold();
        Programme programme = programmes.all().get(id);
        Set<UUID> before = Given.words(programme.strands(), Programme.KnownStrand::id);
        List<Programme> neighbours = new ArrayList<>();
        RestResponse<ProgrammeView> answer = change.apply((revised, content) -> {
            refuseUnclear(content);
            revised.revise(content);
            neighbours.addAll(chain.tie(revised, content.predecessorCode()));
        });
        programmes.all().saveAll(neighbours);
        strands.show(programme, before);
        return answer;
    }
}
