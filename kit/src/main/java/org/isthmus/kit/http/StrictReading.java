package org.isthmus.kit.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.isthmus.kit.rules.Fault;
import org.isthmus.kit.rules.Refusal;
import org.jspecify.annotations.Nullable;

/** Reads JSON to its end, so that unknown fields, wrong forms, broken constraints and wrong meanings come back together. */
@ApplicationScoped
class StrictReading {

    private final ObjectMapper json;
    private final Validator validator;
    private final Instance<BodyCheck<?>> checks;

    StrictReading(ObjectMapper json, Validator validator, Instance<BodyCheck<?>> checks) {
        this.json = json;
        this.validator = validator;
        this.checks = checks;
    }

    /** What turns JSON into an object, by a mapper that {@link StrictJson} configured. */
    interface Source<T> {
        @Nullable
        T read() throws IOException;
    }

    private record Result(@Nullable Object body, List<Fault> faults) {}

    /**
     * The body, or all that is wrong with it.
     *
     * @param tree the same as a tree, for a second look at a body of wrong form
     */
    @Nullable
    Object read(Class<?> type, Source<?> source, Source<JsonNode> tree) throws IOException {
        Result first = collected(source);
        List<Fault> faults = new ArrayList<>(first.faults);
        if (first.body != null && !(first.body instanceof String)) {
            Violations.faults(validator.validate(first.body)).stream()
                    .filter(fault -> first.faults.stream().noneMatch(unread -> isAtOrIn(unread, fault)))
                    .forEach(faults::add);
        }
        if (!faults.isEmpty()) {
            faults.addAll(meaning(type, tree, faults));
            throw InvalidRequest.of(faults);
        }
        return first.body;
    }

    private static Result collected(Source<?> source) throws IOException {
        FaultCollector.begin();
        Object body = null;
        List<Fault> faults;
        try {
            body = source.read();
        } finally {
            faults = FaultCollector.end();
        }
        return new Result(body, faults);
    }

    /** What would be refused of the members that have no fault of form. */
    private List<Fault> meaning(Class<?> type, Source<JsonNode> tree, List<Fault> faults) throws IOException {
        List<? extends BodyCheck<?>> ours =
                checks.stream().filter(check -> check.type() == type).toList();
        if (ours.isEmpty() || !(tree.read() instanceof ObjectNode members)) {
            return List.of();
        }
        Set<String> unread = faults.stream().map(StrictReading::member).collect(Collectors.toSet());
        members.remove(unread);
        Object rest = collected(() -> json.treeToValue(members, type)).body;
        return rest == null
                ? List.of()
                : ours.stream()
                        .flatMap(check -> found(check, rest).stream())
                        .filter(fault -> !unread.contains(member(fault)))
                        .toList();
    }

    private static <T> List<Fault> found(BodyCheck<T> check, Object body) {
        try {
            check.check().accept(check.type().cast(body));
            return List.of();
        } catch (Refusal refusal) {
            return refusal.faults();
        }
    }

    private static String member(Fault fault) {
        return (fault.pointer() + "/").split("/", 3)[1];
    }

    /** A value that could not be read is missing where it belongs. */
    private static boolean isAtOrIn(Fault unread, Fault fault) {
        return (unread.pointer() + "/").startsWith(fault.pointer() + "/");
    }
}
