package org.isthmus.kit.access;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.isthmus.kit.values.Characters;

/** Who calls: the token's subject, its roles (claim {@code groups}) and its organisation (claim {@code organisation}). */
@RequestScoped
public class Caller {

    private final CurrentIdentityAssociation identities;
    private final String personClaim;

    Caller(CurrentIdentityAssociation identities, @ConfigProperty(name = "isthmus.person-claim") String personClaim) {
        this.identities = identities;
        this.personClaim = personClaim;
    }

    public boolean isAnonymous() {
        return identity().isAnonymous();
    }

    /** Stable name of the person or machine; {@code anonymous} without a token. */
    public String name() {
        return isAnonymous() ? "anonymous" : identity().getPrincipal().getName();
    }

    public Set<String> roles() {
        return new TreeSet<>(identity().getRoles());
    }

    public boolean has(String role) {
        return identity().hasRole(role);
    }

    public Optional<String> organisation() {
        return identity().getPrincipal() instanceof JsonWebToken token
                ? Optional.ofNullable(token.getClaim("organisation"))
                : Optional.empty();
    }

    /** The person behind the token, however it is written; empty where the token names none. */
    public Optional<String> person() {
        return identity().getPrincipal() instanceof JsonWebToken token
                        && token.<Object>getClaim(personClaim) instanceof String person
                ? Optional.of(Characters.folded(person)).filter(folded -> !folded.isEmpty())
                : Optional.empty();
    }

    private SecurityIdentity identity() {
        return identities.getIdentity();
    }
}
