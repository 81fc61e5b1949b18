package org.isthmus.projects.reference;

import org.isthmus.kit.lists.Parameter.Known;
import org.isthmus.kit.query.Query;

/** The values that filters take: codes of what programming owns, by our copies, and the organisations that the caller may see. */
public final class KnownCodes {

    public static final Known PROGRAMMES =
            Known.in("code of a programme, such as THEMATIC-MIGR", "known_programme", "code");

    public static final Known STRANDS =
            Known.in("code of a strand, such as migration-development", "known_strand", "code");

    public static final Known COUNTRIES =
            Known.in("country code of ISO 3166-1 alpha-2, such as MD", "known_country", "code");

    public static final Known ORGANISATIONS = new Known(
            "organisation, by reference or id",
            rows -> Query.of("select from organisation_document where superseded_at is null"
                            + " and (reference = value or id = as_uuid(value)) and ")
                    .add(rows.condition()));

    private KnownCodes() {}
}
