package org.isthmus.programming.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import org.isthmus.kit.documents.Scope;
import org.isthmus.kit.security.Caller;

/** Who may read what: everybody what is adopted, officers and auditors drafts too. */
@ApplicationScoped
public class Readers {

    private final Caller caller;

    Readers(Caller caller) {
        this.caller = caller;
    }

    public boolean isOfficial() {
        return caller.hasAnyOf(
                "programme-officer", "finance-officer", "authorising-officer", "accounting-officer", "auditor");
    }

    /** The rows of a table of documents that the caller may see. */
    public Scope documents() {
        return isOfficial() ? Scope.all() : Scope.where("published");
    }
}
