package org.isthmus.kit.http;

/**
 * What is wrong with the meaning of a body: told together with what is wrong with its form, so that a caller learns all at
 * once. A body of good form is checked by the room that takes it in.
 *
 * @param <T> the body
 */
public interface BodyCheck<T> {

    Class<T> type();

    /** Refuses the body as its room would, naming all faults. Members that could not be read are missing. */
    void check(T body);
}
