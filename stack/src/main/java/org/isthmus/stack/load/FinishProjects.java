package org.isthmus.stack.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Relates the projects to each other and publishes those that are not public. */
final class FinishProjects {

    private final Api api;
    private final Register register;
    private final Tally tally;

    FinishProjects(Api api, Register register, Tally tally) {
        this.api = api;
        this.register = register;
        this.tally = tally;
    }

    void relate(Entry entry) {
        String type = entry.body().path("type").asText();
        String other = entry.body().path("other").asText();
        if (isRelated(project(entry), type, other)) {
            tally.find();
            return;
        }
        ObjectNode relation = JsonNodeFactory.instance.objectNode();
        relation.put("type", type).put("projectId", register.id(Room.PROJECTS, other, entry));
        post(entry, "relations", relation);
    }

    /** A project that somebody withdrew from the public, for a reason, stays withdrawn. */
    void publish(Entry entry) {
        JsonNode project = project(entry);
        if (!project.path("published").asBoolean() && !project.has("unpublishedReason")) {
            post(entry, "publish", JsonNodeFactory.instance.objectNode());
        }
    }

    private void post(Entry entry, String end, ObjectNode body) {
        String id = register.id(Room.PROJECTS, entry.name(), entry);
        api.post(entry, "%s/%s/%s".formatted(Room.PROJECTS.path(), id, end), body, Room.PROJECTS.role());
        tally.add();
    }

    private JsonNode project(Entry entry) {
        return register.find(Room.PROJECTS, entry.name()).orElse(MissingNode.getInstance());
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
