package org.isthmus.funding.booking;

import java.util.List;
import java.util.Optional;
import org.isthmus.kit.http.BodyCheck;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;

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

    /** Notes what is wrong with the members that are there, told together with what could not be read of the others. */
    void meaning(R asked, Faults faults);

    /** The same for a request on its own. */
    default BodyCheck<R> alone() {
        return new BodyCheck<>(body(), asked -> {
            Faults faults = new Faults();
            meaning(asked, faults);
            faults.refuseIfAny(Refusal.Kind.INVALID, "movement-invalid", "Its meaning is wrong.");
        });
    }

    /** One decision for each request; those of one call know of each other. */
    List<? extends Decision<?>> decisions(List<R> asked, String by);
}
