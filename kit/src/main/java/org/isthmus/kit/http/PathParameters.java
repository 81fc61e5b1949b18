package org.isthmus.kit.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import org.isthmus.kit.values.Uuids;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Reads parameters of paths; a malformed one is a 400 that names it, not the 404 that JAX-RS makes of it. */
@Provider
class PathParameters implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        if (type == UUID.class) {
            return (ParamConverter<T>) new Strict<>(name(annotations), "a UUID", Uuids::read);
        }
        if (type == Integer.class) {
            return (ParamConverter<T>) new Strict<>(name(annotations), "a whole number", PathParameters::number);
        }
        return null;
    }

    private static Integer number(String text) {
        Integer read = Integer.valueOf(text);
        if (!read.toString().equals(text)) {
            throw new IllegalArgumentException(text);
        }
        return read;
    }

    /** The parameter's name as its annotation gives it; an annotation without one stands on the path's id. */
    private static String name(Annotation[] annotations) {
        return Arrays.stream(annotations)
                .map(annotation -> annotation instanceof RestPath path ? path.value() : "")
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("id");
    }

    private record Strict<T>(String name, String form, Function<String, T> read) implements ParamConverter<T> {

        @Override
        public @Nullable T fromString(@Nullable String text) {
            if (text == null) {
                return null;
            }
            try {
                return read.apply(text);
            } catch (RuntimeException e) {
                throw new WebApplicationException(
                        InvalidRequest.parameter(name, "form", "'%s' is not %s.".formatted(text, form)), 400);
            }
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
