package org.isthmus.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Enters where projects stand through the door for the past: one archivist asks, another one confirms all. */
final class EnterHistoricalStatuses {

    static final String MEMBER = "historicalStatus";
    private static final String PATH = "/v1/historical-statuses";

    private final Api api;
    private final Loaded loaded;
    private final Tally tally;

    EnterHistoricalStatuses(Api api, Loaded loaded, Tally tally) {
        this.api = api;
        this.loaded = loaded;
        this.tally = tally;
    }

    void enter(List<SeedRecord> projects) {
        ObjectNode past = JsonNodeFactory.instance.objectNode();
        ArrayNode rows = past.putArray("projects");
        List<SeedRecord> entered = new ArrayList<>();
        for (SeedRecord seed : projects) {
            JsonNode status = seed.body().path(MEMBER);
            JsonNode project = loaded.find(Collection.PROJECTS, seed.name()).orElse(MissingNode.getInstance());
            if (project.has(MEMBER)) {
                tally.find();
            } else if (!status.isMissingNode()) {
                ObjectNode row = rows.addObject().put("projectId", loaded.id(Collection.PROJECTS, seed.name(), seed));
                row.setAll((ObjectNode) status);
                entered.add(seed);
            }
        }
        if (!entered.isEmpty()) {
            confirm(entered.getFirst(), past);
            entered.forEach(seed -> tally.add());
        }
    }

    private void confirm(SeedRecord first, ObjectNode past) {
        String request =
                api.post(first, PATH, past, Archivists.FIRST).path("id").asText();
        api.post(
                first,
                "%s/%s/confirm".formatted(PATH, request),
                JsonNodeFactory.instance.objectNode(),
                Archivists.SECOND);
    }
}
