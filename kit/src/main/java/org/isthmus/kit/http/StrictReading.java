package org.isthmus.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.isthmus.kit.rules.Fault;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.values.HasCome;
import org.jspecify.annotations.Nullable;

/** Reads JSON to its end, so that unknown fields, wrong forms, broken constraints and wrong meanings come back together. */
@ApplicationScoped
class StrictReading {

    /** Each costs a reading of its own. */
    private static final int MOST_STOPS = 50;

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
        return read(type, source, tree, List.of());
    }

    /**
     * The same.
     *
     * @param known what is known to be wrong with it
     */
    @Nullable
    Object read(Class<?> type, Source<?> source, Source<JsonNode> tree, List<Fault> known) throws IOException {
        Result first = whole(type, source, tree);
        List<Fault> faults = new ArrayList<>(known);
        faults.addAll(first.faults);
        faults.addAll(violations(first));
        if (!faults.isEmpty()) {
            if (faults.size() <= InvalidRequest.MOST_FAULTS) {
                faults.addAll(violations(first, HasCome.Meaning.class));
                faults.addAll(meaning(type, tree, faults));
            }
            throw InvalidRequest.of(faults);
        }
        return first.body;
    }

    private List<Fault> violations(Result read, Class<?>... groups) {
        return read.body == null || read.body instanceof String
                ? List.of()
                : Violations.faults(validator.validate(read.body, groups)).stream()
                        .filter(fault -> read.faults.stream().noneMatch(unread -> isAtOrIn(unread, fault)))
                        .toList();
    }

    /** What stops the reading is noted and left out, and the rest is read again, so that it is known as well. */
    private Result whole(Class<?> type, Source<?> source, Source<JsonNode> tree) throws IOException {
        try {
            return collected(source);
        } catch (TooManyFaults enough) {
            throw InvalidRequest.of(enough.faults());
        } catch (JsonMappingException stopped) {
            JsonNode rest = rest(tree, stopped);
            List<Fault> faults = new ArrayList<>();
            for (JsonMappingException next = stopped; ; ) {
                faults.add(Unreadable.fault(next));
                if (rest == null || faults.size() > MOST_STOPS || !leaveOut(rest, next.getPath())) {
                    return new Result(null, faults);
                }
                try {
                    Result read = collected(() -> json.treeToValue(rest, type));
                    faults.addAll(read.faults);
                    return new Result(read.body, faults);
                } catch (TooManyFaults enough) {
                    faults.addAll(enough.faults());
                    throw InvalidRequest.of(faults);
                } catch (JsonMappingException later) {
                    next = later;
                }
            }
        }
    }

    /** Behind what stopped the reading may stand what is no JSON: then nothing more can be said of it. */
    private static @Nullable JsonNode rest(Source<JsonNode> tree, JsonMappingException stopped) throws IOException {
        try {
            return tree.read();
        } catch (JsonProcessingException unreadable) {
            throw InvalidRequest.of(List.of(Unreadable.fault(stopped), Unreadable.fault(unreadable)));
        }
    }

    private static boolean leaveOut(JsonNode body, List<JsonMappingException.Reference> path) {
        JsonNode holder = body;
        for (JsonMappingException.Reference step : path.subList(0, Math.max(0, path.size() - 1))) {
            holder = step.getFieldName() == null ? holder.path(step.getIndex()) : holder.path(step.getFieldName());
        }
        if (!path.isEmpty()
                && holder instanceof ObjectNode object
                && object.has(path.getLast().getFieldName())) {
            object.remove(path.getLast().getFieldName());
            return true;
        }
        if (!path.isEmpty()
                && holder instanceof ArrayNode array
                && array.has(path.getLast().getIndex())) {
            boolean isThere = !array.get(path.getLast().getIndex()).isNull();
            array.set(path.getLast().getIndex(), array.nullNode());
            return isThere;
        }
        return false;
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

    /** What would be refused of all that has no fault of form. */
    private List<Fault> meaning(Class<?> type, Source<JsonNode> tree, List<Fault> faults) throws IOException {
        List<? extends BodyCheck<?>> ours =
                checks.stream().filter(check -> check.type() == type).toList();
        if (ours.isEmpty() || !(tree.read() instanceof ObjectNode body)) {
            return List.of();
        }
        List<Fault> found = new ArrayList<>();
        for (BodyCheck<?> check : ours) {
            Optional<List<Fault>> inMost = found(check, type, new Remainder(body, true, faults));
            if (inMost.isEmpty()) {
                inMost = found(check, type, new Remainder(body, false, faults));
            }
            inMost.ifPresent(found::addAll);
        }
        return found;
    }

    /** Empty when the check can't do without what is missing. */
    private <T> Optional<List<Fault>> found(BodyCheck<T> check, Class<?> type, Remainder remainder) throws IOException {
        Object rest = collected(() -> json.treeToValue(remainder.rest(), type)).body;
        if (rest == null) {
            return Optional.of(List.of());
        }
        try {
            check.check().accept(check.type().cast(rest));
            return Optional.of(List.of());
        } catch (Refusal refusal) {
            return Optional.of(remainder.placed(refusal.faults()));
        } catch (NullPointerException missing) {
            return Optional.empty();
        }
    }

    /** A value that could not be read is missing where it belongs. */
    private static boolean isAtOrIn(Fault unread, Fault fault) {
        return (unread.pointer() + "/").startsWith(fault.pointer() + "/");
    }
}
