package org.isthmus.projects.reference;

import org.isthmus.kit.lists.Parameter.Known;
import org.isthmus.kit.query.Query;

/** The values that filters take: codes of what programming owns, by our copies. */
public final class KnownCodes {

    public static final Known PROGRAMMES = Known.in(
                    "code of a programme, such as THEMATIC-MIGR", "known_programme", "code")
            .heardOn("programming.programmes");

    public static final Known STRANDS = Known.in(
                    "code of a strand, such as migration-development", "known_strand", "code")
            .heardOn("programming.programmes");

    public static final Known COUNTRIES =
            Known.in(Known.COUNTRY, "known_country", "code").heardOn("programming.countries");

    public static final Known TERMS = Known.in(
                    "vocabulary and code of a term, such as global-approach:legal-migration", "known_term", "code")
            .heardOn("programming.vocabulary-terms");
    public static final Known ACTIONS = new Known(
                    "action, by its reference or id",
                    any -> Query.of("select from known_action k where value in (k.reference, k.id::text)"))
            .heardOn("programming.work-programmes");

    /** The regions of the register in each writing and language, and those that countries name. */
    public static Query regions() {
        return Query.of("""
                select from known_region where code = region_code(value)
                union all select from known_country where region = region_code(value)
                """);
    }

    private KnownCodes() {}
}
