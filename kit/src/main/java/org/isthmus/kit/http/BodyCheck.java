package org.isthmus.kit.http;

import java.util.function.Consumer;

/**
 * What is wrong with the meaning of a body: told together with what is wrong with its form, so that a caller learns all at
 * once. A body of good form is checked by the room that takes it in.
 *
 * @param check refuses the body as its room would, naming all faults; members that could not be read are missing
 * @param <T> the body
 */
public record BodyCheck<T>(Class<T> type, Consumer<T> check) {}
