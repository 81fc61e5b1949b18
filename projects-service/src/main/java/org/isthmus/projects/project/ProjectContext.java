package org.isthmus.projects.project;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.isthmus.kit.report.Attribution;
import org.isthmus.projects.money.ProjectMoney.CountingLevel;
import org.isthmus.projects.organisation.Organisations.KnownOrganisation;
import org.isthmus.projects.reference.Codes;
import org.isthmus.projects.relation.RelationType;
import org.isthmus.projects.relation.RelationView;
import org.jspecify.annotations.Nullable;

/**
 * What a project is shown and told with: the things of other rooms, as they are now.
 *
 * @param regions those that it names, by their codes, and those that its countries count for
 * @param withinRegions these and all that they are parts of
 * @param related its relations to projects of which everybody may know who may read this one
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
        LocalDate today,
        Instant lookedUpAt) {

    List<RelationView> related(RelationType type) {
        return related.stream().filter(relation -> relation.type() == type).toList();
    }
}
