package org.isthmus.kit.access;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who calls: the token's subject, its roles (claim {@code groups}) and its organisation (claim {@code organisation}). */
@RequestScoped
public class Caller {

    private final CurrentIdentityAssociation identities;

    Caller(CurrentIdentityAssociation identities) {
        this.identities = identities;
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

    private SecurityIdentity identity() {
        return identities.getIdentity();
    }
}
