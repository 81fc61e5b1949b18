package org.isthmus.projects.project;

import org.isthmus.kit.money.Money;
import org.isthmus.projects.facts.OrganisationRole;
import org.jspecify.annotations.Nullable;

/** What of a project's representation others are told. */
final class Telling {

    private Telling() {}

    static ProjectEvent.Changed changed(ProjectView view, Surroundings around) {
        return new ProjectEvent.Changed(
                view.id(),
                view.version(),
                view.reference(),
                view.title(),
                view.status(),
                view.published(),
                view.programme() == null ? null : view.programme().code(),
                view.action() == null ? null : view.action().id(),
                view.strands().stream()
                        .map(strand -> new ProjectEvent.Strand(strand.code(), strand.share()))
                        .toList(),
                view.countries().stream()
                        .map(country -> new ProjectEvent.Country(country.code(), country.share(), country.role()))
                        .toList(),
                view.regions(),
                view.period() == null ? null : view.period().start(),
                view.period() == null ? null : view.period().end(),
                around.umbrella(),
                contribution(view),
                view.organisations().stream()
                        .filter(party -> party.role() == OrganisationRole.LEAD)
                        .map(ProjectView.Participant::reference)
                        .findFirst()
                        .orElse(null),
                around.attribution());
    }

    private static ProjectEvent.@Nullable Contribution contribution(ProjectView view) {
        Money amount = view.contribution() == null ? null : view.contribution().amount();
        return amount == null || view.contribution() == null
                ? null
                : new ProjectEvent.Contribution(view.contribution().label(), amount);
    }
}
