package org.isthmus.kit.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.isthmus.kit.rules.Fault;

/**
 * A body without what is wrong with its form, so that the meaning of the rest can be judged.
 *
 * <p>The body loses its faulty member; a list loses its faulty element, or only the faulty member of it. What is then
 * found names the places of the body as it was sent.
 */
final class Remainder {

    private final boolean keepsElements;
    private final Set<String> cuts;
    private final Map<String, List<Integer>> kept = new HashMap<>();
    private final JsonNode rest;

    /** @param keepsElements whether an element of a list loses no more than its faulty members */
    Remainder(ObjectNode body, boolean keepsElements, List<Fault> faults) {
        this.keepsElements = keepsElements;
        this.cuts = faults.stream()
                .map(fault -> cut(body, String.valueOf(fault.pointer())))
                .collect(Collectors.toSet());
        this.rest = without(body, "");
    }

    JsonNode rest() {
        return rest;
    }

    /** What was found in the rest, at the places of the whole; nothing that only shows because of what is missing. */
    List<Fault> placed(List<Fault> found) {
        return found.stream()
                .map(fault -> fault.pointer() == null
                        ? fault
                        : Fault.at(original(fault.pointer()), fault.code(), fault.detail()))
                .filter(fault -> cuts.stream().noneMatch(cut -> isAtOrIn(cut, String.valueOf(fault.pointer()))))
                .toList();
    }

    private static boolean isAtOrIn(String cut, String pointer) {
        return (pointer + "/").startsWith(cut + "/") || (!pointer.isEmpty() && cut.startsWith(pointer + "/"));
    }

    private String cut(JsonNode body, String pointer) {
        String[] steps = pointer.split("/", -1);
        if (steps.length < 2) {
            return "/";
        }
        String at = "";
        String cut = "/" + steps[1];
        JsonNode node = body;
        for (int i = 1; i < steps.length && !node.isMissingNode(); i++) {
            boolean isElement = node.isArray();
            node = isElement ? node.path(Integer.parseInt(steps[i])) : node.path(steps[i]);
            at += "/" + steps[i];
            if (isElement) {
                boolean isInside = keepsElements && i + 1 < steps.length && node.isObject();
                cut = isInside ? at + "/" + steps[i + 1] : at;
            }
        }
        return cut;
    }

    private JsonNode without(JsonNode node, String at) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = object.objectNode();
            object.properties().stream()
                    .filter(member -> !cuts.contains(at + "/" + member.getKey()))
                    .forEach(member ->
                            copy.set(member.getKey(), without(member.getValue(), at + "/" + member.getKey())));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode();
            List<Integer> places = new ArrayList<>();
            for (int i = 0; i < array.size(); i++) {
                if (!cuts.contains(at + "/" + i)) {
                    copy.add(without(array.get(i), at + "/" + i));
                    places.add(i);
                }
            }
            kept.put(at, places);
            return copy;
        }
        return node;
    }

    private String original(String pointer) {
        String at = "";
        for (String step : pointer.split("/", -1)) {
            if (!step.isEmpty()) {
                List<Integer> places = kept.get(at);
                at += "/" + (places == null ? step : String.valueOf(places.get(Integer.parseInt(step))));
            }
        }
        return at;
    }
}
