package org.isthmus.projects.access;

import jakarta.enterprise.context.ApplicationScoped;
import org.isthmus.kit.documents.Scope;
import org.isthmus.kit.security.Caller;

/**
 * The rows that the caller may see.
 *
 * <p>Everybody sees what is published; a partner also what its own organisation takes part in; officers and auditors see
 * all. What was published once and no longer is, is hidden in the past too.
 */
@ApplicationScoped
public class Readers {

    private final Caller caller;

    Readers(Caller caller) {
        this.caller = caller;
    }

    public Scope projects() {
        if (isOfficial()) {
            return Scope.all();
        }
        return ownOrganisation().isEmpty()
                ? Scope.where("visible")
                : Scope.where("visible or organisations @> array[cast(? as text)]", ownOrganisation());
    }

    /** What {@link #projects} lets the caller see, in a word for answers that add it up. */
    public String extent() {
        if (isOfficial()) {
            return "ALL";
        }
        return ownOrganisation().isEmpty() ? "PUBLISHED" : "PUBLISHED_AND_OWN";
    }

    public Scope organisations() {
        if (isOfficial()) {
            return Scope.all();
        }
        return ownOrganisation().isEmpty()
                ? Scope.where("visible")
                : Scope.where("visible or reference = ? or cast(id as text) = ?", ownOrganisation(), ownOrganisation());
    }

    private boolean isOfficial() {
        return caller.hasAnyOf(
                "programme-officer", "finance-officer", "authorising-officer", "accounting-officer", "auditor");
    }

    private String ownOrganisation() {
        return caller.has("partner") ? caller.organisation().orElse("") : "";
    }
}
