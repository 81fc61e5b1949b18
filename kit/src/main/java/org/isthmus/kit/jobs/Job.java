package org.isthmus.kit.jobs;

import java.util.Optional;

/**
 * A kind of work that may be too much for one transaction, such as what follows in each project from one change. A bean
 * of a service; {@link Jobs} starts it for a subject.
 *
 * <p>It is done in steps, each of a bounded number of things and in a transaction of its own with its place, so that a
 * crash costs no more than the step it hits. A step that fails is tried again with growing pauses until it succeeds.
 * The jobs of one subject follow each other; one that has not ended when the next is started gives way to it, since each
 * does all from the beginning with what is known then.
 */
public interface Job {

    /** Its kind, such as {@code coverage}. */
    String name();

    /**
     * Does the next few things of the subject.
     *
     * @param cursor what the step before answered, empty at the beginning
     * @return where the next step goes on; nothing when all is done
     */
    Optional<String> step(String subject, String cursor);
}
