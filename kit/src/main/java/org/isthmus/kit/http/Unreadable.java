package org.isthmus.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.isthmus.kit.rules.Fault;
import org.isthmus.kit.rules.Refusal;
import org.jspecify.annotations.Nullable;

/** Says in our words what Jackson could not read, without telling how we are made. */
final class Unreadable {

    private Unreadable() {}

    static Fault fault(JsonProcessingException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof StreamReadException noJson) {
                return noJson(noJson);
            }
        }
        if (!(e instanceof JsonMappingException mapping)) {
            return Fault.at("", "not-json", "This is no JSON that can be read%s.".formatted(place(e)));
        }
        String pointer = pointer(mapping.getPath());
        if (e instanceof UnrecognizedPropertyException unknown) {
            return unknown(pointer, unknown.getPropertyName(), unknown.getKnownPropertyIds());
        }
        if (e.getOriginalMessage().startsWith("Trailing token")) {
            return Fault.at("", "not-json", "Something follows the end of the JSON%s.".formatted(place(e)));
        }
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return Fault.at(pointer, refusal.code(), refusal.detail() + ".");
            }
        }
        Class<?> type = e instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        return Fault.at(
                pointer,
                "form",
                type == null
                        ? "The value does not have the form that belongs here."
                        : FaultCollector.sentence(type, ""));
    }

    private static Fault noJson(StreamReadException e) {
        boolean isRepeated = e.getOriginalMessage().startsWith("Duplicate field");
        return isRepeated && e.getProcessor() != null
                ? Fault.at(
                        e.getProcessor().getParsingContext().pathAsPointer().toString(),
                        "repeated",
                        "It stands in the same object twice%s.".formatted(place(e)))
                : Fault.at("", "not-json", "This is no JSON that can be read%s.".formatted(place(e)));
    }

    static Fault unknown(String pointer, String property, @Nullable Collection<Object> known) {
        String fields = known == null
                ? ""
                : known.stream().map(Object::toString).distinct().sorted().collect(Collectors.joining(", "));
        return Fault.at(
                pointer,
                "unknown-field",
                "There is no field '%s' here.".formatted(property)
                        + (fields.isEmpty() ? "" : " There are %s.".formatted(fields)));
    }

    private static String pointer(List<JsonMappingException.Reference> path) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : path) {
            pointer.append('/').append(step.getFieldName() == null ? step.getIndex() : step.getFieldName());
        }
        return pointer.toString();
    }

    private static String place(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : " (line %d, column %d)"
                        .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    }
}
