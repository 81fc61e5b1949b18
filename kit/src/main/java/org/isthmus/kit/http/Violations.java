package org.isthmus.kit.http;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.isthmus.kit.rules.Fault;

/** Reads bean-validation violations as faults with JSON pointers. */
final class Violations {

    private Violations() {}

    static List<Fault> faults(Collection<? extends ConstraintViolation<?>> violations) {
        return violations.stream()
                .map(Violations::fault)
                .sorted(Comparator.comparing(Fault::toString))
                .toList();
    }

    private static Fault fault(ConstraintViolation<?> violation) {
        List<Path.Node> inside = new ArrayList<>();
        String parameter = "";
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.PARAMETER) {
                parameter = node.getName();
            } else if (node.getKind() != ElementKind.METHOD) {
                inside.add(node);
            }
        }
        String annotation = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        String code = violation.getConstraintDescriptor().getAttributes().get("code") instanceof String given
                ? given
                : code(annotation);
        String sentence = annotation.equals("Size") ? ofSize(violation) : sentence(violation.getMessage());
        return inside.isEmpty() && !parameter.isEmpty() && !annotation.startsWith("Not")
                ? Fault.in(parameter, code, sentence)
                : Fault.at(pointer(inside, annotation.equals("AssertTrue")), code, sentence);
    }

    /** A rule over several fields is named by a method, which is no place in the body: it points at their object. */
    private static String pointer(List<Path.Node> nodes, boolean isRule) {
        StringBuilder pointer = new StringBuilder();
        for (int i = 0; i < nodes.size(); i++) {
            Path.Node node = nodes.get(i);
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            } else if (node.getKey() != null) {
                pointer.append('/').append(node.getKey());
            }
            boolean isRuleName = isRule && i == nodes.size() - 1;
            if (node.getName() != null && !node.getName().startsWith("<") && !isRuleName) {
                pointer.append('/').append(node.getName());
            }
        }
        return pointer.toString();
    }

    private static String code(String annotation) {
        return switch (annotation) {
            case "NotNull", "NotBlank", "NotEmpty" -> "required";
            case "Size" -> "length";
            case "Pattern" -> "form";
            case "AssertTrue" -> "inconsistent";
            default -> "range";
        };
    }

    private static String ofSize(ConstraintViolation<?> violation) {
        Map<String, Object> bounds = violation.getConstraintDescriptor().getAttributes();
        Object min = bounds.get("min");
        Object max = bounds.get("max");
        boolean isText = violation.getInvalidValue() instanceof CharSequence;
        return "%s %s belong here."
                .formatted(
                        Integer.valueOf(0).equals(min) ? "At most " + max : "%s to %s".formatted(min, max),
                        isText ? "characters" : "entries");
    }

    private static String sentence(String message) {
        return Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".";
    }
}
