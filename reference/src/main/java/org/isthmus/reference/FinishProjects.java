package org.isthmus.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Relates the projects to each other and publishes those that are not public. */
final class FinishProjects {

    private final Api api;
    private final Loaded loaded;
    private final Tally tally;

    FinishProjects(Api api, Loaded loaded, Tally tally) {
        this.api = api;
        this.loaded = loaded;
        this.tally = tally;
    }

    void relate(SeedRecord seed) {
        String type = seed.body().path("type").asText();
        String other = seed.body().path("other").asText();
        if (isRelated(project(seed), type, other)) {
            tally.find();
            return;
        }
        ObjectNode relation = JsonNodeFactory.instance.objectNode();
        relation.put("type", type).put("projectId", loaded.id(Collection.PROJECTS, other, seed));
        for (String member : List.of("source", "note")) {
            Optional.ofNullable(seed.body().get(member)).ifPresent(said -> relation.set(member, said));
        }
        post(seed, "relations", relation);
    }

    /** A project that somebody withdrew from the public, for a reason, stays withdrawn. */
    void publish(SeedRecord seed) {
        JsonNode project = project(seed);
        if (!project.path("published").asBoolean() && !project.has("unpublishedReason")) {
            post(seed, "publish", JsonNodeFactory.instance.objectNode());
        }
    }

    private void post(SeedRecord seed, String end, ObjectNode body) {
        String id = loaded.id(Collection.PROJECTS, seed.name(), seed);
        api.post(seed, "%s/%s/%s".formatted(Collection.PROJECTS.path(), id, end), body, Collection.PROJECTS.role());
        tally.add();
    }

    private JsonNode project(SeedRecord seed) {
        return loaded.find(Collection.PROJECTS, seed.name()).orElse(MissingNode.getInstance());
    }

    private static boolean isRelated(JsonNode project, String type, String other) {
        for (JsonNode relation : project.path("relations")) {
            if (relation.path("type").asText().equals(type)
                    && relation.path("project").path("reference").asText().equals(other)) {
                return true;
            }
        }
        return false;
    }
}
