package org.isthmus.programming.workprogramme;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.event.Event;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.kit.events.Outbox;
import org.isthmus.kit.http.Answers;
import org.isthmus.kit.http.IfMatch;
import org.isthmus.kit.writes.Write;
import org.isthmus.programming.action.Action;
import org.isthmus.programming.action.ActionDraft;
import org.isthmus.programming.indicativeprogramme.IndicativeProgrammeRegister.Known;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/work-programmes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Work programmes")
class AdoptionResource {

    private final WorkProgrammes programmes;
    private final Above above;
    private final DraftActions actions;
    private final WorkProgrammePages pages;
    private final AmendmentThresholds thresholds;
    private final Outbox outbox;
    private final Event<WorkProgrammeEvent> effects;
    private final Clock clock;

    AdoptionResource(
            WorkProgrammes programmes,
            Above above,
            DraftActions actions,
            WorkProgrammePages pages,
            AmendmentThresholds thresholds,
            Outbox outbox,
            Event<WorkProgrammeEvent> effects,
            Clock clock) {
        this.programmes = programmes;
        this.above = above;
        this.actions = actions;
        this.pages = pages;
        this.thresholds = thresholds;
        this.outbox = outbox;
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

            @NotNull LocalDate date) {}

    /** All actions as they shall be, and why. */
    @Schema(name = "AmendmentDraft", description = "All actions as they shall be, and why.")
    record Amended(
            @NotBlank @Size(max = 2000) String reason,
            @NotEmpty @Size(max = 200) List<@NotNull @Valid ActionDraft> actions) {}

    @POST
    @Path("/{id}/adopt")
    @Write
    @Operation(
            operationId = "adoptWorkProgramme",
            summary = "Adopt the work programme, or the amendment that waits: the financing decision",
            description = "Refused while anything required is missing, naming all of it.")
    @APIResponseSchema(value = WorkProgrammeView.class, responseCode = "200")
    public RestResponse<WorkProgrammeView> adopt(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Decided decided) {
        WorkProgramme programme = programmes.get(id);
        IfMatch.check(ifMatch, programme.version());
        boolean amended = programme.adopt(
                decided.financingDecision(),
                decided.date(),
                LocalDate.now(clock),
                rules(programme, above.hold(programme)));
        WorkProgrammeView view = pages.keep(programme, programme.actions());
        tell(amended ? programme.amended() : programme.adopted());
        return Answers.ok(view, programme.version());
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
    public RestResponse<Object> amend(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Amended amended) {
        WorkProgramme programme = programmes.get(id);
        IfMatch.check(ifMatch, programme.version());
        Known indicative = above.hold(programme);
        above.refuseUnclear(amended.actions(), indicative.programmeId());
        List<Action> changed = actions.of(id, amended.actions(), programme.actions());
        boolean inForce = programme.amend(
                amended.reason(), changed, LocalDate.now(clock), rules(programme, indicative), thresholds);
        WorkProgrammeView view = pages.keep(programme, programme.actions());
        Amendment pending = programme.pending();
        if (!inForce && pending != null) {
            return RestResponse.ResponseBuilder.create(
                            RestResponse.Status.ACCEPTED, (Object) AmendmentView.of(programme, pending))
                    .location(URI.create("/v1/work-programmes/%s/amendment".formatted(id)))
                    .header(HttpHeaders.ETAG, "\"v%d\"".formatted(programme.version()))
                    .build();
        }
        tell(programme.amended());
        return Answers.ok(view, programme.version());
    }

    private AdoptionRules rules(WorkProgramme programme, Known indicative) {
        return new AdoptionRules(indicative, programmes.adoptedBeside(programme));
    }

    private void tell(WorkProgrammeEvent event) {
        outbox.add(event);
        effects.fire(event);
    }
}
