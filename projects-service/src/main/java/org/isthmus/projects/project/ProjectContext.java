package org.isthmus.projects.project;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.isthmus.kit.lists.SearchText;
import org.isthmus.kit.report.Attribution;
import org.isthmus.kit.values.CountryNames;
import org.isthmus.kit.values.Text;
import org.isthmus.projects.money.ProjectMoney.CountingLevel;
import org.isthmus.projects.organisation.Organisations.KnownOrganisation;
import org.isthmus.projects.reference.Codes;
import org.isthmus.projects.relation.RelationType;
import org.isthmus.projects.relation.RelationView;
import org.isthmus.projects.values.Years;
import org.jspecify.annotations.Nullable;

/**
 * What a project is shown and told with: the things of other rooms, as they are now.
 *
 * @param regions those that it names, by their codes, and those that its countries count for
 * @param withinRegions these and all that they are parts of
 * @param related its relations to projects of which everybody may know who may read this one
 * @param names of its countries, strands with their measures, regions and terms, its action and programme, in each language
 * @param years in which it ran, as far as that is known today
 * @param umbrella the project that it is part of, whoever may know of that
 */
record ProjectContext(
        Codes.@Nullable Programme programme,
        Codes.@Nullable Action action,
        List<String> regions,
        List<String> withinRegions,
        Map<UUID, KnownOrganisation> organisations,
        List<RelationView> related,
        @Nullable UUID umbrella,
        Attribution attribution,
        CountingLevel level,
        List<String> names,
        Years years,
        Instant lookedUpAt) {

    List<RelationView> related(RelationType type) {
        return related.stream().filter(relation -> relation.type() == type).toList();
    }

    /** What a project is found by: its titles and references count more than all else. */
    SearchText words(ProjectContent content) {
        List<String> foremost = new ArrayList<>(List.of(content.reference()));
        Stream.ofNullable(content.call()).forEach(foremost::add);
        foremost.addAll(Text.allOf(content.title()));
        content.otherTitles().forEach(other -> foremost.add(other.title()));
        List<String> others = new ArrayList<>(names);
        others.addAll(withinRegions);
        others.addAll(Text.allOf(content.summary()));
        others.addAll(content.regions());
        content.objectives().forEach(objective -> others.addAll(Text.allOf(objective)));
        content.results().forEach(result -> others.addAll(Text.allOf(result.text())));
        content.countries().forEach(country -> {
            others.addAll(CountryNames.of(country.code()));
            Stream.ofNullable(country.nameAsWritten()).forEach(others::add);
        });
        organisations.values().forEach(party -> {
            others.add(party.reference());
            others.addAll(Text.allOf(party.names()));
        });
        content.otherProgrammes()
                .forEach(other -> Stream.ofNullable(other.name()).forEach(others::add));
        content.coFinanciers().forEach(payer -> Stream.ofNullable(payer.name()).forEach(others::add));
        return SearchText.of(foremost, others);
    }
}
