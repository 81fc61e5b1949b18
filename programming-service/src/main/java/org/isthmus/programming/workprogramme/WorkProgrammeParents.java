package org.isthmus.programming.workprogramme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.isthmus.kit.http.BodyCheck;
import org.isthmus.kit.rules.Fault;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.values.Given;
import org.isthmus.programming.action.ActionContent;
import org.isthmus.programming.amendment.AmendmentContent;
import org.isthmus.programming.country.Countries;
import org.isthmus.programming.indicativeprogramme.IndicativeProgrammeRegister;
import org.isthmus.programming.programme.ProgrammeRegister;
import org.isthmus.programming.values.Share;

/** Finds the indicative programme that a work programme stands under, and names every code in it that is not known. */
@ApplicationScoped
class WorkProgrammeParents {

    private final IndicativeProgrammeRegister indicative;
    private final ProgrammeRegister programmes;
    private final Countries countries;

    WorkProgrammeParents(IndicativeProgrammeRegister indicative, ProgrammeRegister programmes, Countries countries) {
        this.indicative = indicative;
        this.programmes = programmes;
        this.countries = countries;
    }

    IndicativeProgrammeRegister.Known of(WorkProgrammeContent content) {
        Optional<IndicativeProgrammeRegister.Known> parent = indicative.find(content.indicativeProgrammeReference());
        Faults faults = new Faults()
                .require(
                        parent.isPresent(),
                        "/indicativeProgrammeReference",
                        "indicative-programme-unknown",
                        "There is no indicative programme '%s'.".formatted(content.indicativeProgrammeReference()));
        Set<String> strands =
                parent.map(known -> strands(known.programmeId())).orElseGet(() -> named(content.actions()));
        faults.addAll(unclear(content.actions(), strands));
        faults.refuseIfAny(Refusal.Kind.INVALID, "work-programme-invalid", "The work programme is not clear");
        return parent.orElseThrow();
    }

    void refuseUnclear(List<ActionContent> actions, UUID programmeId) {
        new Faults()
                .addAll(unclear(actions, strands(programmeId)))
                .refuseIfAny(Refusal.Kind.INVALID, "work-programme-invalid", "The actions are not clear");
    }

    /** Held until the transaction ends, so that two adoptions can't share what is left for one. */
    IndicativeProgrammeRegister.Known hold(WorkProgramme programme) {
        return indicative.hold(programme.heading().indicativeProgrammeId());
    }

    private List<Fault> unclear(List<ActionContent> actions, Set<String> strands) {
        Set<String> known = countries
                .regions(actions.stream()
                        .flatMap(action -> action.countries().stream())
                        .map(Share::code)
                        .distinct()
                        .toList())
                .keySet();
        return WorkProgrammeContent.unclear(actions, strands, known);
    }

    private Set<String> strands(UUID programmeId) {
        return programmes.find(programmeId).orElseThrow().strands();
    }

    private static Set<String> named(List<ActionContent> actions) {
        return actions.stream()
                .flatMap(action -> action.strands().stream())
                .map(Share::code)
                .collect(Collectors.toSet());
    }

    /** Its strands are those of the programme, which only the path tells. */
    @Produces
    BodyCheck<AmendmentContent> meaningOfAmendment() {
        return new BodyCheck<>(AmendmentContent.class, amended -> {
            List<ActionContent> actions = Given.list(amended.actions());
            new Faults()
                    .addAll(unclear(actions, named(actions)))
                    .refuseIfAny(Refusal.Kind.INVALID, "work-programme-invalid", "The actions are not clear");
        });
    }

    @Produces
    BodyCheck<WorkProgrammeContent> meaning() {
        return new BodyCheck<>(WorkProgrammeContent.class, this::of);
    }
}
