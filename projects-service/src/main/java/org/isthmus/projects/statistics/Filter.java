package org.isthmus.projects.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.isthmus.projects.facts.ProjectScope;
import org.isthmus.projects.project.ProjectStatus;

/** The filters that statistics share with the list of projects; they pick the same projects there. */
enum Filter {
    PROGRAMME("programme", false),
    STRAND("strands", true),
    COUNTRY("countries", true),
    REGION("regions", true),
    STATUS("status", false, ProjectStatus.values()),
    YEAR("years", true),
    SCOPE("scope", false, ProjectScope.values()),
    ORGANISATION("organisations", true);

    private final String column;
    private final boolean isMany;
    private final List<String> allowed;

    Filter(String column, boolean isMany, Enum<?>... allowed) {
        this.column = column;
        this.isMany = isMany;
        this.allowed = Arrays.stream(allowed).map(Enum::name).toList();
    }

    static Optional<Filter> find(String parameter) {
        return Arrays.stream(values())
                .filter(filter -> filter.parameter().equals(parameter))
                .findFirst();
    }

    String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty where any text may be asked for. */
    List<String> allowed() {
        return allowed;
    }

    String isAny() {
        return column + (isMany ? " && ?" : " = any (?)");
    }

    String isNone() {
        return column + (isMany ? " = '{}'" : " is null");
    }
}
