package org.isthmus.kit.http;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import org.isthmus.kit.values.PartialDate;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Reads path, query and header parameters; a malformed one is a 400 that names it, not the 404 that JAX-RS makes of it. */
@Provider
class PathParameters implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        if (type == UUID.class) {
            return (ParamConverter<T>) new Strict<>(name(annotations), "a UUID", UUID::fromString);
        }
        if (type == LocalDate.class) {
            return (ParamConverter<T>) new Strict<>(name(annotations), "a date such as 2009-03-01", LocalDate::parse);
        }
        if (type == PartialDate.class) {
            return (ParamConverter<T>)
                    new Strict<>(name(annotations), "a date such as 2009-03-01, 2009-03 or 2009", PartialDate::parse);
        }
        if (type == Integer.class) {
            return (ParamConverter<T>) new Strict<>(name(annotations), "a whole number", Integer::valueOf);
        }
        if (type == Boolean.class) {
            return (ParamConverter<T>) new Strict<>(name(annotations), "true or false", PathParameters::bool);
        }
        return null;
    }

    private static Boolean bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    /** The parameter's name as its annotation gives it; an annotation without one stands on the path's id. */
    private static String name(Annotation[] annotations) {
        return Arrays.stream(annotations)
                .map(annotation -> switch (annotation) {
                    case PathParam path -> path.value();
                    case QueryParam query -> query.value();
                    case HeaderParam header -> header.value();
                    case RestPath path -> path.value();
                    case RestQuery query -> query.value();
                    default -> "";
                })
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
