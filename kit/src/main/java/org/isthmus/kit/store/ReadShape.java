package org.isthmus.kit.store;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.isthmus.kit.rules.Fault;

/**
 * Makes of the representation that GET answers the body that PUT takes. A member that is only read is left out where it is
 * as it is shown, and refused where it differs; where a body lacks {@code programmeCode}, {@code code} of its link
 * {@code programme} stands for it.
 */
final class ReadShape {

    private final ObjectMapper json;
    private final Set<String> copies;
    private final List<Fault> faults = new ArrayList<>();

    /** @param copies members that show what others own: these are ignored whatever they say */
    ReadShape(ObjectMapper json, Set<String> copies) {
        this.json = json;
        this.copies = copies;
    }

    List<Fault> faults() {
        return faults;
    }

    void strip(ObjectNode sent, List<JsonNode> shown, JavaType type) {
        strip(sent, shown, type, "");
    }

    /** @param shown what may stand there: of an element of a list any of its elements */
    private void strip(JsonNode sent, List<JsonNode> shown, JavaType type, String pointer) {
        if (sent instanceof ArrayNode list && type.isCollectionLikeType()) {
            List<JsonNode> elements = new ArrayList<>();
            shown.forEach(one -> one.forEach(elements::add));
            for (int i = 0; i < list.size(); i++) {
                strip(list.get(i), elements, type.getContentType(), pointer + "/" + i);
            }
        } else if (sent instanceof ObjectNode object && isOurs(type)) {
            Map<String, JavaType> taken = members(type);
            fillFromLinks(object, shown, taken);
            if (pointer.matches(".*/[0-9]+")) {
                fillFromOwn(object, taken);
            }
            List.copyOf(object.propertyStream().map(Map.Entry::getKey).toList()).forEach(name -> {
                List<JsonNode> there = shown.stream()
                        .map(one -> one.path(name))
                        .filter(one -> !one.isMissingNode())
                        .toList();
                JavaType member = taken.get(name); // which is an object where a flag is read, such as historical
                boolean isSummary = object.path(name).isBoolean() && member != null && isOurs(member);
                if (member != null && !isSummary) {
                    strip(object.path(name), there, member, pointer + "/" + name);
                } else if (!there.isEmpty()) {
                    leaveOut(object, name, there, pointer + "/" + name);
                }
            });
        }
    }

    private void leaveOut(ObjectNode object, String name, List<JsonNode> there, String pointer) {
        JsonNode value = object.remove(name);
        boolean isCopy = copies.contains(pointer.substring(1));
        if (!isCopy && !there.contains(value)) {
            faults.add(Fault.at(pointer, "read-only", "It is only read. Leave it out, or send it as it was read."));
        }
    }

    private static void fillFromLinks(ObjectNode object, List<JsonNode> shown, Map<String, JavaType> taken) {
        for (String name : taken.keySet()) {
            String link = name.replaceAll("[A-Z][a-z]+$", "");
            if (object.has(name)
                    || link.equals(name)
                    || taken.containsKey(link)
                    || shown.stream().noneMatch(one -> one.has(link))) {
                continue;
            }
            String member = name.substring(link.length()).toLowerCase(Locale.ROOT);
            JsonNode value = object.path(link).path(member);
            if (!value.isMissingNode()) {
                object.set(name, value);
            }
        }
    }

    /** An element of a list that shows a thing, by its {@code id}, is named by {@code organisationId}. */
    private static void fillFromOwn(ObjectNode object, Map<String, JavaType> taken) {
        for (String name : taken.keySet()) {
            String own = name.replaceFirst("^[a-z]+(?=[A-Z][a-z]+$)", "").toLowerCase(Locale.ROOT);
            if (!object.has(name) && !taken.containsKey(own) && object.has(own)) {
                object.set(name, object.get(own));
            }
        }
    }

    private Map<String, JavaType> members(JavaType type) {
        Map<String, JavaType> members = new HashMap<>();
        for (BeanPropertyDefinition property :
                json.getDeserializationConfig().introspect(type).findProperties()) {
            members.put(property.getName(), property.getPrimaryType());
        }
        return members;
    }

    /** Values that have a reader of their own, such as texts and money, are taken as they are. */
    private static boolean isOurs(JavaType type) {
        return type.getRawClass().isRecord()
                && !type.getRawClass()
                        .isAnnotationPresent(com.fasterxml.jackson.databind.annotation.JsonDeserialize.class);
    }
}
