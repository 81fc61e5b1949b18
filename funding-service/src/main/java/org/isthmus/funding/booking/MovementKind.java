package org.isthmus.funding.booking;

import java.util.List;
import java.util.Optional;
import org.isthmus.kit.rules.Faults;

/**
 * A kind of movement that a room offers: whoever takes several kinds, as a batch does, collects them.
 *
 * @param <R> the body of a request for it
 */
public interface MovementKind<R extends MovementRequest> {

    Class<R> body();

    /** The role that alone may ask for it; empty when each role that books movements may. */
    default Optional<String> role() {
        return Optional.empty();
    }

    /** Notes what a request lacks, whatever the books hold; faults begin with the place given. */
    default void check(R asked, String at, Faults faults) {}

    /** One decision for each request; those of one call know of each other. */
    List<? extends Decision<?>> decisions(List<R> asked, String by);
}
