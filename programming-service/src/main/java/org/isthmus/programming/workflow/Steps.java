package org.isthmus.programming.workflow;

import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.isthmus.kit.http.Answers;
import org.isthmus.kit.http.IfMatch;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** How a document of any kind takes a step: found, checked against what the caller has seen, moved, kept, answered. */
public record Steps<T, V>(Function<UUID, T> get, ToIntFunction<T> version, Function<T, V> keep) {

    public RestResponse<V> move(UUID id, @Nullable String ifMatch, Consumer<T> step) {
        return move(id, ifMatch, step, document -> {});
    }

    /** A step that the world learns of, once it is kept. */
    public RestResponse<V> move(UUID id, @Nullable String ifMatch, Consumer<T> step, Consumer<T> tell) {
        T document = get.apply(id);
        IfMatch.check(ifMatch, version.applyAsInt(document));
        step.accept(document);
        V view = keep.apply(document);
        tell.accept(document);
        return Answers.ok(view, version.applyAsInt(document));
    }
}
