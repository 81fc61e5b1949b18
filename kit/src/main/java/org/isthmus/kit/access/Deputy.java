package org.isthmus.kit.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Optional;
import java.util.Set;
import org.isthmus.kit.http.RequestNotes;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.values.Delegated;
import org.isthmus.kit.values.Money;

/** The caller as deputy: by a dated delegation a person acts in a role that its token lacks, as itself and up to an amount. */
@ApplicationScoped
public class Deputy {

    private final Instance<Delegations> delegations;
    private final Caller caller;
    private final RequestNotes notes;

    Deputy(Instance<Delegations> delegations, Caller caller, RequestNotes notes) {
        this.delegations = delegations;
        this.caller = caller;
        this.notes = notes;
    }

    /** Whether the caller stands in for one of these roles today; this request is then done on somebody's behalf. */
    boolean takes(Set<String> roles) {
        Optional<Delegated> found = delegations.isResolvable()
                ? caller.person().flatMap(person -> delegations.get().find(person, roles))
                : Optional.empty();
        found.ifPresent(notes::delegated);
        return found.isPresent();
    }

    /** By its token, or as the deputy that it is in this request. */
    public boolean has(String role) {
        return caller.has(role)
                || notes.delegated().filter(given -> given.role().equals(role)).isPresent();
    }

    /** Refuses more than the delegation allows in one act; without one nothing is refused. */
    public void check(Money amount) {
        notes.delegated().filter(given -> amount.isMoreThan(given.upTo())).ifPresent(given -> {
            throw Refusal.forbidden(
                    "delegation-exceeded",
                    "%s is delegated up to %s; this is about %s.".formatted(given.role(), given.upTo(), amount));
        });
    }
}
