package org.isthmus.kit.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.Set;

/**
 * Who an answer is for, decided once per request; it picks the rows and the body on every way out.
 *
 * <p>Everybody sees what is public. A partner also sees what its own organisation takes part in. Officers and auditors
 * see all. Officials' roles stand here and nowhere else.
 */
@RequestScoped
public class Audience {

    /** The kinds of readers, from the one that sees least. */
    public enum Kind {
        PUBLIC,
        PORTAL,
        OWN_ORGANISATION,
        ASSESSOR,
        OFFICER,
        AUDITOR
    }

    private static final Set<String> OFFICERS =
            Set.of("programme-officer", "finance-officer", "authorising-officer", "accounting-officer", "archivist");

    private final Caller caller;

    Audience(Caller caller) {
        this.caller = caller;
    }

    public Kind kind() {
        if (caller.has("auditor")) {
            return Kind.AUDITOR;
        }
        if (OFFICERS.stream().anyMatch(caller::has)) {
            return Kind.OFFICER;
        }
        if (caller.has("assessor")) {
            return Kind.ASSESSOR;
        }
        if (caller.has("partner") && caller.organisation().isPresent()) {
            return Kind.OWN_ORGANISATION;
        }
        return caller.has("portal") ? Kind.PORTAL : Kind.PUBLIC;
    }

    /** Whether it sees everything: rows that are not public, and the bodies that name persons. */
    public boolean isOfficial() {
        return kind().compareTo(Kind.OFFICER) >= 0;
    }

    /** The caller's own organisation, by reference or id; empty where it sees no more than the public for it. */
    public String organisation() {
        return kind() == Kind.OWN_ORGANISATION ? caller.organisation().orElse("") : "";
    }

    /** The rows that it may see, of a table with a column {@code visible}; see {@link RowFilter}. */
    public RowFilter rows(String ownedBy) {
        if (isOfficial()) {
            return RowFilter.EVERYTHING;
        }
        String organisation = organisation();
        return organisation.isEmpty() || ownedBy.isEmpty()
                ? RowFilter.PUBLIC
                : RowFilter.publicOr(ownedBy, organisation);
    }

    /** The same in a word, for answers that add up what it sees. */
    public String extent(String ownedBy) {
        if (isOfficial()) {
            return "ALL";
        }
        return organisation().isEmpty() || ownedBy.isEmpty() ? "PUBLISHED" : "PUBLISHED_AND_OWN";
    }
}
