package org.isthmus.programming.workprogramme;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.event.Event;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.kit.commands.Write;
import org.isthmus.kit.http.Answers;
import org.isthmus.kit.http.ETags;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.values.HasCome;
import org.isthmus.programming.action.Action;
import org.isthmus.programming.amendment.Amendment;
import org.isthmus.programming.amendment.AmendmentContent;
import org.isthmus.programming.amendment.AmendmentThresholds;
import org.isthmus.programming.amendment.AmendmentView;
import org.isthmus.programming.indicativeprogramme.IndicativeProgrammeRegister.Known;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/work-programmes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Work programmes")
class AdoptionResource {

    private final WorkProgrammes programmes;
    private final WorkProgrammeParents parents;
    private final WorkProgrammeActions actions;
    private final AmendmentThresholds thresholds;
    private final Event<WorkProgrammeEvent> effects;
    private final Clock clock;

    AdoptionResource(
            WorkProgrammes programmes,
            WorkProgrammeParents parents,
            WorkProgrammeActions actions,
            AmendmentThresholds thresholds,
            Event<WorkProgrammeEvent> effects,
            Clock clock) {
        this.programmes = programmes;
        this.parents = parents;
        this.actions = actions;
        this.thresholds = thresholds;
        this.effects = effects;
        this.clock = clock;
    }

    /** The decision that finances a work programme, or an amendment of it. */
    @Schema(
            name = "FinancingDecision",
            description = "The decision that finances the work programme, or its amendment.")
    record Decided(
            @NotBlank @Size(max = 200) @Schema(examples = "AAP 2010 part 2")
            String financingDecision,

            @NotNull @HasCome(groups = HasCome.Meaning.class)
            LocalDate date) {}

    @POST
    @Path("/{id}/adopt")
    @Write
    @Operation(
            operationId = "adoptWorkProgramme",
            summary = "Adopt the work programme, or the amendment that waits: the financing decision",
            description = "Refused while anything required is missing, naming all of it.")
    public RestResponse<WorkProgrammeView> adopt(@RestPath UUID id, @NotNull Decided decided) {
        return changed(id, programme -> {
            programme.attribute(actions::attributed);
            programme.adopt(
                    decided.financingDecision(),
                    decided.date(),
                    LocalDate.now(clock),
                    rules(programme, parents.hold(programme)));
        });
    }

    @POST
    @Path("/{id}/amend")
    @Write
    @Operation(
            operationId = "amendWorkProgramme",
            summary = "Change an adopted work programme, with the reason",
            description = "Takes effect at once, or, beyond the thresholds, waits for the committee (202).")
    @APIResponse(
            responseCode = "200",
            description = "It took effect: the work programme as it is now.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = WorkProgrammeView.class)))
    @APIResponse(
            responseCode = "202",
            description = "It waits for the committee; the adopted text stays in force.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AmendmentView.class)))
    public RestResponse<?> amend(@RestPath UUID id, @NotNull AmendmentContent amended) {
        RestResponse<WorkProgrammeView> answer = changed(id, programme -> amend(programme, amended));
        WorkProgramme programme = programmes.all().get(id);
        Amendment pending = programme.amendments().pending();
        return pending == null
                ? answer
                : RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, (Object)
                                AmendmentView.of(id, programme.version(), pending))
                        .location(URI.create("/v1/work-programmes/%s/amendment".formatted(id)))
                        .header(HttpHeaders.ETAG, ETags.of(programme.version()))
                        .build();
    }

    @GET
    @Path("/{id}/amendment")
    @Operation(operationId = "getWorkProgrammeAmendment", summary = "Read the amendment that waits for the committee")
    public RestResponse<AmendmentView> amendment(@RestPath UUID id) {
        WorkProgramme programme = programmes.findByIdOptional(id).orElseThrow(AdoptionResource::nothingWaits);
        Amendment pending = programme.amendments().pending();
        if (pending == null) {
            throw nothingWaits();
        }
        return Answers.ok(AmendmentView.of(id, programme.version(), pending), programme.version());
    }

    private static Refusal nothingWaits() {
        return Refusal.notFound("amendment-unknown", "No amendment waits for the committee here");
    }

    private void amend(WorkProgramme programme, AmendmentContent amended) {
        Known indicative = parents.hold(programme);
        parents.refuseUnclear(amended.actions(), indicative.programmeId());
        List<Action> changed = actions.of(programme.id(), amended.actions(), programme.actions());
        LocalDate today = LocalDate.now(clock);
        LocalDate on = Objects.requireNonNullElse(amended.adoptedOn(), today);
        programme.refuseDay(on, today);
        programme.amend(amended.reason(), changed, on, rules(programme, indicative), thresholds);
    }

    private RestResponse<WorkProgrammeView> changed(UUID id, Consumer<WorkProgramme> change) {
        RestResponse<WorkProgrammeView> answer = programmes.all().step(id, change);
        WorkProgramme programme = programmes.all().get(id);
        actions.show(programme, programme.actions());
        programme.told().forEach(effects::fire);
        return answer;
    }

    private AdoptionRules rules(WorkProgramme programme, Known indicative) {
        return new AdoptionRules(indicative, programmes.adoptedBeside(programme));
    }
}
