package org.isthmus.programming.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.isthmus.kit.report.Attribution;
import org.isthmus.kit.report.Attributions;
import org.isthmus.kit.report.InferredAttribution;
import org.isthmus.kit.report.InferredAttribution.Named;
import org.isthmus.programming.country.Countries;
import org.isthmus.programming.workprogramme.WorkProgrammeEvent.AdoptedAction;

/** Keeps to what the money of actions and projects belongs: as told, or inferred where it is not told. */
@ApplicationScoped
class KnownShares {

    private final Attributions attributions;
    private final Countries countries;

    KnownShares(Attributions attributions, Countries countries) {
        this.attributions = attributions;
        this.countries = countries;
    }

    void learn(AdoptedAction action, String programme) {
        attributions.learn(new Attributions.Told(
                action.actionId(),
                action.reference(),
                true,
                programme,
                null,
                null,
                Objects.requireNonNull(action.attribution(), "an adopted action tells its attribution")));
    }

    void learn(ProjectConsumer.State project) {
        attributions.learn(new Attributions.Told(
                project.projectId(),
                project.reference(),
                project.published(),
                project.programme(),
                project.partOf(),
                project.contribution() == null ? null : project.contribution().amount(),
                project.attribution() == null ? infer(project) : project.attribution()));
    }

    void hide(UUID project) {
        attributions.hide(project);
    }

    private Attribution infer(ProjectConsumer.State project) {
        List<String> codes =
                project.countries().stream().map(ProjectConsumer.Coded::code).toList();
        Map<String, String> regions = countries.regions(codes);
        return InferredAttribution.of(ofProject(project.strands()), ofProject(project.countries()), regions::get);
    }

    private static List<Named> ofProject(List<ProjectConsumer.Coded> shares) {
        return shares.stream()
                .map(share -> new Named(share.code(), share.percent(), share.role()))
                .toList();
    }
}
