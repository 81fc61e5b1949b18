package org.isthmus.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Adds the records of a collection that are missing; those that others of the collection name come first. */
final class FillCollection {

    private final Api api;
    private final Loaded loaded;
    private final Tally tally;

    FillCollection(Api api, Loaded loaded, Tally tally) {
        this.api = api;
        this.loaded = loaded;
        this.tally = tally;
    }

    void fill(Collection collection, List<SeedRecord> seeds) {
        List<SeedRecord> waiting = new ArrayList<>(seeds);
        while (!waiting.isEmpty()) {
            List<SeedRecord> ready =
                    waiting.stream().filter(seed -> isReady(collection, seed)).toList();
            if (ready.isEmpty()) {
                throw new NotLoaded("%s names another record in %s, which is nowhere."
                        .formatted(waiting.getFirst().words(), collection.within()));
            }
            Workers.each(ready, seed -> add(collection, seed));
            waiting.removeAll(ready);
        }
    }

    private boolean isReady(Collection collection, SeedRecord seed) {
        String within = collection.within();
        return within == null
                || !seed.body().has(within)
                || loaded.knows(collection, seed.body().path(within).asText());
    }

    private void add(Collection collection, SeedRecord seed) {
        if (loaded.knows(collection, seed.name())) {
            tally.find();
            return;
        }
        loaded.add(collection, api.post(seed, collection.path(), withIds(seed), collection.role()));
        tally.add();
    }

    /** As the API takes it, which names other things by their ids. */
    ObjectNode withIds(SeedRecord seed) {
        ObjectNode body = seed.body().deepCopy();
        body.remove(EnterHistoricalStatuses.MEMBER);
        JsonNode project = body.remove("project");
        if (project != null) {
            body.put("projectId", loaded.id(Collection.PROJECTS, project.asText(), seed));
        }
        JsonNode parent = body.remove("parentReference");
        if (parent != null) {
            body.put("parentId", loaded.id(Collection.ORGANISATIONS, parent.asText(), seed));
        }
        return body;
    }
}
