package org.isthmus.projects.project;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.isthmus.kit.events.Event;
import org.isthmus.kit.report.Attribution;
import org.isthmus.kit.store.Withdrawal;
import org.isthmus.kit.values.Classification;
import org.isthmus.kit.values.Money;
import org.isthmus.kit.values.PartialDate;
import org.isthmus.kit.values.Text;
import org.isthmus.projects.values.Amounts;
import org.isthmus.projects.values.CountryRole;
import org.isthmus.projects.values.OrganisationRole;
import org.isthmus.projects.values.Participation;
import org.isthmus.projects.values.Period;
import org.isthmus.projects.values.ProjectStatus;
import org.jspecify.annotations.Nullable;

/**
 * What other services learn about projects: the project as it stands, public or not, and to what its money belongs.
 * Contract: {@code contracts/events/projects.projects/}.
 *
 * @param state of one that is public no more nothing is told
 * @param grant only where one was signed: the books are to take it in, or to say why not
 * @param withdrawn only where versions were withdrawn: who passed them on forgets them
 */
record ProjectEvent(
        @JsonIgnore Transition transition,
        UUID projectId,
        int version,
        @Nullable String reference,
        @Nullable @JsonUnwrapped State state,
        Grant.@Nullable Signature grant,
        @Nullable Withdrawn withdrawn)
        implements Event {

    /** What happened. Of one that is public no more nothing is told but that: who passed it on forgets it. */
    enum Transition {
        CHANGED,
        PUBLISHED,
        UNPUBLISHED,
        GRANT_SIGNED,
        VERSIONS_WITHDRAWN
    }

    /** Former versions that nobody is to read any more. */
    record Withdrawn(List<Integer> versions, Withdrawal.Ground ground) {}

    /**
     * The project as it stands. Of one that is not public it holds what other services reckon with and no more: what
     * its money belongs to, and where it counts.
     *
     * @param partOf the umbrella whose contribution contains this one
     */
    record State(
            @Nullable Text title,
            ProjectStatus status,
            boolean published,
            @Nullable String programme,
            @Nullable UUID actionId,
            List<Strand> strands,
            List<Country> countries,
            List<String> regions,
            List<Classification> classifications,
            @Nullable PartialDate start,
            @Nullable PartialDate end,
            @Nullable UUID partOf,
            @Nullable Contribution contribution,
            @Nullable String leadOrganisation,
            @Nullable Attribution attribution) {

        /** What others need to know of one that is not public. */
        State needed() {
            return new State(
                    null,
                    status,
                    published,
                    programme,
                    actionId,
                    strands.stream()
                            .map(strand -> new Strand(strand.code(), null))
                            .toList(),
                    countries.stream()
                            .map(country -> new Country(country.code(), null, null))
                            .toList(),
                    List.of(),
                    List.of(),
                    start,
                    null,
                    partOf,
                    contribution == null ? null : new Contribution(null, contribution.amount(), null),
                    null,
                    attribution);
        }
    }

    /** A strand and its part, the primary one first. */
    record Strand(
            String code,

            @Nullable @JsonFormat(shape = JsonFormat.Shape.STRING)
            BigDecimal share) {}

    /** A country, its part and its role. */
    record Country(
            String code,

            @Nullable @JsonFormat(shape = JsonFormat.Shape.STRING)
            BigDecimal share,

            @Nullable CountryRole role) {}

    /** What the Union pays by the current figure, what the source calls it, and whether it is exactly what is printed. */
    record Contribution(@Nullable String label, Money amount, Amounts.@Nullable Accuracy accuracy) {}

    static ProjectEvent of(Transition transition, Project project) {
        return new ProjectEvent(
                transition, project.id(), project.version(), project.reference(), state(project), null, null);
    }

    private static State state(Project project) {
        ProjectContent content = project.content();
        ProjectContext context = project.context();
        Period period = content.period();
        State whole = new State(
                content.title(),
                project.status(),
                project.isPublished(),
                context.programme() == null ? null : context.programme().code(),
                content.actionId(),
                content.strands().stream()
                        .map(strand -> new Strand(strand.code(), strand.share()))
                        .toList(),
                content.countries().stream()
                        .map(country -> new Country(country.code(), country.share(), country.role()))
                        .toList(),
                content.regions(),
                content.classifications(),
                period == null ? null : period.start(),
                period == null ? null : period.end(),
                context.umbrella(),
                contribution(content.contribution()),
                content.organisations().stream()
                        .filter(party -> party.role() == OrganisationRole.LEAD)
                        .map(Participation::organisationReference)
                        .findFirst()
                        .orElse(null),
                context.attribution());
        return project.isPublished() ? whole : whole.needed();
    }

    private static @Nullable Contribution contribution(@Nullable Amounts amounts) {
        return amounts == null || amounts.amount() == null
                ? null
                : new Contribution(amounts.label(), amounts.amount(), amounts.accuracy());
    }

    static ProjectEvent unpublished(Project project) {
        return new ProjectEvent(Transition.UNPUBLISHED, project.id(), project.version(), null, null, null, null);
    }

    static ProjectEvent signed(Project project, Grant.Signature grant) {
        return new ProjectEvent(
                Transition.GRANT_SIGNED, project.id(), project.version(), project.reference(), null, grant, null);
    }

    static ProjectEvent withdrawn(Project project, Withdrawn withdrawn) {
        return new ProjectEvent(
                Transition.VERSIONS_WITHDRAWN, project.id(), project.version(), null, null, null, withdrawn);
    }

    @Override
    public Envelope envelope() {
        return new Envelope("projects.projects", type(), projectId);
    }

    private String type() {
        return switch (transition) {
            case CHANGED -> "eu.isthmus.projects.project.changed.v1";
            case PUBLISHED -> "eu.isthmus.projects.project.published.v1";
            case UNPUBLISHED -> "eu.isthmus.projects.project.unpublished.v1";
            case VERSIONS_WITHDRAWN -> "eu.isthmus.projects.project.versions-withdrawn.v1";
            case GRANT_SIGNED -> "eu.isthmus.projects.grant.signed.v1";
        };
    }
}
