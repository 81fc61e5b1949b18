package org.isthmus.stack.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What the system holds, by room and name, from one look at each list and from what was added since. */
final class Register {

    private final Map<Room, Map<String, JsonNode>> known = new EnumMap<>(Room.class);

    private Register() {
        for (Room room : Room.values()) {
            known.put(room, new ConcurrentHashMap<>());
        }
    }

    static Register of(Api api) {
        Register register = new Register();
        Workers.each(List.of(Room.values()), room -> api.list(room).forEach(item -> register.add(room, item)));
        return register;
    }

    void add(Room room, JsonNode item) {
        room(room).put(item.path(room.key()).asText(), item);
    }

    boolean knows(Room room, String name) {
        return room(room).containsKey(name);
    }

    Optional<JsonNode> find(Room room, String name) {
        return Optional.ofNullable(room(room).get(name));
    }

    String id(Room room, String name, Entry asks) {
        return find(room, name)
                .map(item -> item.path("id").asText())
                .orElseThrow(() -> new NotLoaded(
                        "%s names %s, which is not among the %s.".formatted(asks.words(), name, room.words())));
    }

    private Map<String, JsonNode> room(Room room) {
        return known.getOrDefault(room, Map.of());
    }
}
