package org.isthmus.kit.access;

import java.util.Optional;
import java.util.Set;
import org.isthmus.kit.values.Delegated;

/** Which roles persons have as deputies of others today; a service without delegations has no such bean. */
public interface Delegations {

    Optional<Delegated> find(String person, Set<String> roles);
}
