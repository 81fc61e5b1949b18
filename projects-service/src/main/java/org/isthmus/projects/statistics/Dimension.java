package org.isthmus.projects.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What projects are grouped by: the keys that a project has, the one that a part of its money has, and why it may have none. */
enum Dimension {
    STRAND("unnest(p.strands)", "strand", "'no strand'"),
    COUNTRY("unnest(p.countries)", "country", "country_why"),
    REGION("unnest(p.regions)", "region", "case when country is null then country_why else 'region unknown' end"),
    YEAR("unnest(p.years)", "year", "'year unknown'"),
    STATUS("(values (p.status))", "status", "'no status'"),
    PROGRAMME("(values (p.programme))", "programme", "'no programme'"),
    SCOPE("(values (p.scope))", "scope", "'no scope'");

    private final String members;
    private final String key;
    private final String why;

    Dimension(String members, String key, String why) {
        this.members = members;
        this.key = key;
        this.why = why;
    }

    static Optional<Dimension> find(String parameter) {
        return Arrays.stream(values())
                .filter(dimension -> dimension.parameter().equals(parameter))
                .findFirst();
    }

    static List<String> parameters() {
        return Arrays.stream(values()).map(Dimension::parameter).toList();
    }

    String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    String members() {
        return members;
    }

    String key() {
        return key;
    }

    String why() {
        return why;
    }
}
