package org.isthmus.programming.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.isthmus.kit.report.Attribution;
import org.isthmus.kit.report.Attributions;
import org.isthmus.kit.report.InferredAttribution;
import org.isthmus.kit.report.InferredAttribution.Named;
import org.isthmus.programming.figures.Share;
import org.jspecify.annotations.Nullable;

/** Keeps to what the money of actions and projects belongs: as told, or inferred where it is not told. */
@ApplicationScoped
class KnownShares {

    private final Attributions attributions;
    private final EntityManager database;

    KnownShares(Attributions attributions, EntityManager database) {
        this.attributions = attributions;
        this.database = database;
    }

    /** The only region that the plan names has all of it, whatever the countries. */
    void learn(UUID action, Coverage.Planned planned) {
        List<String> regions = planned.regions();
        @Nullable String region = regions.size() == 1 ? regions.getFirst() : null;
        Attribution attribution =
                InferredAttribution.of(named(planned.strands()), named(planned.countries()), country -> region);
        attributions.learn(new Attributions.Told(
                action,
                planned.reference(),
                true,
                planned.programme(),
                null,
                null,
                region == null
                        ? attribution
                        : new Attribution(
                                attribution.strands(),
                                attribution.countries(),
                                List.of(new Attribution.Part(region, Attribution.WHOLE, null)),
                                attribution.notAttributed())));
    }

    void learn(ProjectEvents.State project) {
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

    private Attribution infer(ProjectEvents.State project) {
        List<String> codes =
                project.countries().stream().map(ProjectEvents.Coded::code).toList();
        Map<String, String> regions = codes.isEmpty() ? Map.of() : regions(codes);
        return InferredAttribution.of(ofProject(project.strands()), ofProject(project.countries()), regions::get);
    }

    private Map<String, String> regions(Collection<String> codes) {
        List<Tuple> rows = database.unwrap(Session.class)
                .createNativeQuery(
                        "select reference, region from country_view where reference in (:codes)", Tuple.class)
                .setParameterList("codes", codes)
                .getResultList();
        Map<String, String> regions = new HashMap<>();
        rows.forEach(row -> regions.put(row.get(0, String.class), row.get(1, String.class)));
        return regions;
    }

    private static List<Named> named(List<Share> shares) {
        return shares.stream()
                .map(share -> new Named(share.code(), share.share(), null))
                .toList();
    }

    private static List<Named> ofProject(List<ProjectEvents.Coded> shares) {
        return shares.stream()
                .map(share -> new Named(share.code(), share.percent(), share.role()))
                .toList();
    }
}
