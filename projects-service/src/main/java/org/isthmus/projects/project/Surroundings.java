package org.isthmus.projects.project;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.isthmus.kit.report.Attribution;
import org.isthmus.projects.money.ProjectMoney;
import org.isthmus.projects.organisation.OrganisationRegister;
import org.isthmus.projects.reference.Codes;
import org.isthmus.projects.relation.RelationType;
import org.jspecify.annotations.Nullable;

/** What a project is shown with: the things of other rooms, as they are now. */
record Surroundings(
        Codes.@Nullable Programme programme,
        Codes.@Nullable Action action,
        List<String> countryRegions,
        Map<UUID, OrganisationRegister.Known> organisations,
        List<Related> related,
        @Nullable UUID umbrella,
        Attribution attribution,
        ProjectMoney.CountingLevel level,
        @Nullable ProjectMoney money) {

    /** For what is stored: money is a copy with a history of its own and is shown beside it. */
    Surroundings withoutMoney() {
        return new Surroundings(
                programme, action, countryRegions, organisations, related, umbrella, attribution, level, null);
    }

    /** A tie to a project that everybody may know of who may read this one. */
    record Related(UUID relationId, RelationType type, UUID id, String reference) {}
}
