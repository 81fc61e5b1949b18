package org.isthmus.projects.reference;

import org.isthmus.kit.lists.Parameter.Known;

/** The values that filters take: codes of what programming owns, by our copies. */
public final class KnownCodes {

    public static final Known PROGRAMMES =
            Known.in("code of a programme, such as THEMATIC-MIGR", "known_programme", "code");

    public static final Known STRANDS =
            Known.in("code of a strand, such as migration-development", "known_strand", "code");

    public static final Known COUNTRIES =
            Known.in("country code of ISO 3166-1 alpha-2, such as MD", "known_country", "code");

    private KnownCodes() {}
}
