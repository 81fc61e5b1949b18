package org.isthmus.kit.lists;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.isthmus.kit.lists.Parameter.Times;

/** Writes into the OpenAPI document what an operation may be asked, from the declaration that reads its requests. */
public final class ParameterDocs {

    private ParameterDocs() {}

    public static void add(Operation operation, Parameters parameters) {
        parameters.list().forEach(parameter -> {
            boolean isThere = operation.getParameters() != null
                    && operation.getParameters().stream()
                            .anyMatch(other -> parameter.name().equals(other.getName()));
            if (!isThere) {
                operation.addParameter(OASFactory.createParameter()
                        .name(parameter.name())
                        .in(org.eclipse.microprofile.openapi.models.parameters.Parameter.In.QUERY)
                        .description(words(parameter))
                        .schema(schema(parameter)));
            }
        });
    }

    private static String words(Parameter parameter) {
        return switch (parameter.times()) {
            case REPEATED -> parameter.words() + " Repeat it for more values; none finds those without.";
            case REPEATED_WITHOUT_NONE -> parameter.words() + " Repeat it for more values.";
            case ONCE, LISTED -> parameter.words();
        };
    }

    /** Values of a filter are strings, since {@code none} is one of them whatever the type is. */
    private static Schema schema(Parameter parameter) {
        if (!parameter.times().isRepeated()) {
            return parameter.allowed().isEmpty() || parameter.times() == Times.LISTED
                    ? once(parameter)
                    : string().enumeration(List.copyOf(parameter.allowed()));
        }
        Schema value = string();
        if (!parameter.allowed().isEmpty()) {
            parameter.allowed().forEach(value::addEnumeration);
            if (parameter.times() == Times.REPEATED) {
                value.addEnumeration("none");
            }
            return listOf(value);
        }
        return listOf(
                switch (parameter.type()) {
                    case BOOLEAN -> value.pattern("^(true|false|none)$");
                    case INTEGER -> value.pattern("^(-?[0-9]+|none)$");
                    case YEAR, YEARS -> value.pattern("^((19|20)[0-9]{2}|2100|none)$");
                    case UUID, UUIDS -> value.pattern("^([0-9A-Fa-f-]{36}|none)$");
                    default -> value;
                });
    }

    private static Schema once(Parameter parameter) {
        if (parameter.name().equals("limit")) {
            return type(Schema.SchemaType.INTEGER)
                    .minimum(BigDecimal.ONE)
                    .maximum(BigDecimal.valueOf(ListParameters.LARGEST_LIMIT));
        }
        return switch (parameter.type()) {
            case TEXT, COUNTRY, CURRENCY, COLLATED, TEXTS, SEARCH -> string();
            case NUMBER -> string().pattern(Type.DECIMAL.pattern());
            case INTEGER, YEAR, YEARS -> type(Schema.SchemaType.INTEGER);
            case BOOLEAN -> type(Schema.SchemaType.BOOLEAN);
            case DATE -> string().format("date");
            case UUID, UUIDS -> string().format("uuid");
        };
    }

    private static Schema string() {
        return type(Schema.SchemaType.STRING);
    }

    private static Schema listOf(Schema items) {
        return type(Schema.SchemaType.ARRAY).items(items);
    }

    private static Schema type(Schema.SchemaType type) {
        return OASFactory.createSchema().addType(type);
    }
}
