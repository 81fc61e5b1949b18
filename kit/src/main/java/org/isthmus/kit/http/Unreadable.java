package org.isthmus.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;
import org.isthmus.kit.rules.Fault;
import org.isthmus.kit.rules.Refusal;

/** Says in our words what Jackson could not read, without telling how we are made. */
final class Unreadable {

    private Unreadable() {}

    static Fault fault(JsonProcessingException e) {
        if (!(e instanceof JsonMappingException mapping)) {
            return Fault.at("", "not-json", "This is no JSON that can be read%s.".formatted(place(e)));
        }
        String pointer = pointer(mapping.getPath());
        if (e instanceof UnrecognizedPropertyException unknown) {
            return unknown(pointer, unknown.getPropertyName());
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

    static Fault unknown(String pointer, String property) {
        return Fault.at(pointer, "unknown-field", "There is no field '%s' here.".formatted(property));
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
