package org.isthmus.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What the system holds, by collection and name, from one look at each list and from what was added since. */
final class Loaded {

    private final Map<Collection, Map<String, JsonNode>> known = new EnumMap<>(Collection.class);

    private Loaded() {
        for (Collection collection : Collection.values()) {
            known.put(collection, new ConcurrentHashMap<>());
        }
    }

    static Loaded of(Api api) {
        Loaded loaded = new Loaded();
        Workers.each(
                List.of(Collection.values()),
                collection -> api.list(collection).forEach(item -> loaded.add(collection, item)));
        return loaded;
    }

    void add(Collection collection, JsonNode item) {
        collection(collection).put(item.path(collection.key()).asText(), item);
    }

    boolean knows(Collection collection, String name) {
        return collection(collection).containsKey(name);
    }

    Optional<JsonNode> find(Collection collection, String name) {
        return Optional.ofNullable(collection(collection).get(name));
    }

    String id(Collection collection, String name, SeedRecord asks) {
        return find(collection, name)
                .map(item -> item.path("id").asText())
                .orElseThrow(() -> new NotLoaded(
                        "%s names %s, which is not among the %s.".formatted(asks.words(), name, collection.words())));
    }

    private Map<String, JsonNode> collection(Collection collection) {
        return known.getOrDefault(collection, Map.of());
    }
}
