package org.isthmus.reference;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Enters the commitments that are missing through the door for the past: one archivist asks, another one confirms all. */
final class EnterHistoricalCommitments {

    private final Api api;
    private final Loaded loaded;
    private final Tally tally;
    private final FillCollection collections;

    EnterHistoricalCommitments(Api api, Loaded loaded, Tally tally, FillCollection collections) {
        this.api = api;
        this.loaded = loaded;
        this.tally = tally;
        this.collections = collections;
    }

    void enter(List<SeedRecord> seeds) {
        List<SeedRecord> missing = seeds.stream()
                .filter(seed -> !loaded.knows(Collection.COMMITMENTS, seed.name()))
                .toList();
        seeds.stream().skip(missing.size()).forEach(seed -> tally.find());
        if (missing.isEmpty()) {
            return;
        }
        ObjectNode past = JsonNodeFactory.instance.objectNode();
        ArrayNode rows = past.putArray("movements");
        missing.forEach(seed -> rows.add(collections.withIds(seed)));
        SeedRecord first = missing.getFirst();
        String request = api.post(first, "/v1/historical-commitments", past, Archivists.FIRST)
                .path("id")
                .asText();
        api.post(
                first,
                "/v1/movement-requests/%s/confirm".formatted(request),
                JsonNodeFactory.instance.objectNode(),
                Archivists.SECOND);
        missing.forEach(seed -> tally.add());
    }
}
