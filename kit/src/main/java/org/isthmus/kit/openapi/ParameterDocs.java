package org.isthmus.kit.openapi;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.isthmus.kit.lists.ListParameters;
import org.isthmus.kit.lists.Parameter;
import org.isthmus.kit.lists.Parameter.Times;
import org.isthmus.kit.lists.Parameters;
import org.isthmus.kit.lists.Type;

/** Writes into the OpenAPI document what an operation may be asked, from the declaration that reads its requests. */
final class ParameterDocs {

    private ParameterDocs() {}

    static void add(Operation operation, Parameters parameters) {
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
                    : Schemas.string().enumeration(List.copyOf(parameter.allowed()));
        }
        Schema value = Schemas.string();
        if (!parameter.allowed().isEmpty()) {
            parameter.allowed().forEach(value::addEnumeration);
            if (parameter.times() == Times.REPEATED) {
                value.addEnumeration("none");
            }
            return Schemas.listOf(value);
        }
        return Schemas.listOf(
                switch (parameter.type()) {
                    case BOOLEAN -> value.pattern("^(true|false|none)$");
                    case INTEGER -> value.pattern("^(-?[0-9]+|none)$");
                    case YEAR, YEARS -> value.pattern("^((19|20)[0-9]{2}|2100|none)$");
                    case UUID -> value.pattern("^([0-9A-Fa-f-]{36}|none)$");
                    default -> value;
                });
    }

    private static Schema once(Parameter parameter) {
        if (parameter.name().equals("limit")) {
            return Schemas.type(Schema.SchemaType.INTEGER)
                    .minimum(BigDecimal.ONE)
                    .maximum(BigDecimal.valueOf(ListParameters.LARGEST_LIMIT));
        }
        return switch (parameter.type()) {
            case LANGUAGE, TEXT, COUNTRY, CURRENCY, COLLATED, TEXTS, SEARCH -> Schemas.string();
            case NUMBER -> Schemas.string().pattern(Type.DECIMAL.pattern());
            case INTEGER, YEAR, YEARS -> Schemas.type(Schema.SchemaType.INTEGER);
            case BOOLEAN -> Schemas.type(Schema.SchemaType.BOOLEAN);
            case INSTANT -> Schemas.string().format("date-time");
            case DATE -> Schemas.string().format("date");
            case UUID -> Schemas.string().format("uuid");
        };
    }
}
