package org.isthmus.funding.journal;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What money is attributed to by what is known of its project or action, and the SQL that finds it. */
enum Attribute {
    PROGRAMME("coalesce(a.action_id, a.project_id)"),
    STRAND("coalesce(a.project_id, a.action_id)"),
    COUNTRY("coalesce(a.project_id, a.action_id)"),
    REGION("coalesce(a.project_id, a.action_id)");

    private final String subject;

    Attribute(String subject) {
        this.subject = subject;
    }

    String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Attribute> find(String parameter) {
        return Arrays.stream(values())
                .filter(attribute -> attribute.parameter().equals(parameter))
                .findFirst();
    }

    /** Some part of the entry belongs to one of the codes bound to the question mark, and of the countries bound next. */
    String isOneOf(Optional<Instant> asOf, boolean withCountries) {
        return "exists (select from %s and %s = any (?)%s)"
                .formatted(parts(asOf), code(), withCountries ? " and t.code = any (?)" : "");
    }

    /** Some part of it belongs to nothing that is known. */
    String isMissing(Optional<Instant> asOf) {
        return "(exists (select from %s and %s is null) or not exists (select from %s))"
                .formatted(parts(asOf), code(), parts(asOf));
    }

    private String code() {
        return this == REGION ? "t.region" : "t.code";
    }

    private String parts(Optional<Instant> asOf) {
        String dimension = this == REGION || this == COUNTRY ? "PLACE" : name();
        return "attributed_share t where t.subject = %s and t.dimension = '%s' and %s"
                .formatted(subject, dimension, valid("t", asOf));
    }

    /** What was known at the instant; it is a value of ours, never a text of the request. */
    static String valid(String alias, Optional<Instant> asOf) {
        return asOf.map(at -> "%1$s.recorded_from <= '%2$s' and (%1$s.recorded_to is null or %1$s.recorded_to > '%2$s')"
                        .formatted(alias, at))
                .orElse(alias + ".recorded_to is null");
    }
}
