package org.isthmus.funding.execution;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a report can be broken down by: the key of a part, and why it may have none. */
enum GroupBy {
    STRAND("strand", "coalesce(strand_why, 'project unknown')"),
    COUNTRY("country", "coalesce(country_why, 'project unknown')"),
    REGION(
            "region",
            "case when country is not null then 'region unknown' else coalesce(country_why, 'project unknown') end"),
    YEAR("year::text", "'year unknown'"),
    PROGRAMME("programme", "coalesce(programme_why, 'project unknown')"),
    ACTION("action", "'no action'");

    private final String key;
    private final String why;

    GroupBy(String key, String why) {
        this.key = key;
        this.why = why;
    }

    static Optional<GroupBy> find(String parameter) {
        return Arrays.stream(values())
                .filter(dimension -> dimension.parameter().equals(parameter))
                .findFirst();
    }

    String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    String key() {
        return key;
    }

    String why() {
        return why;
    }
}
