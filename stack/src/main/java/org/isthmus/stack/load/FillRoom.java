package org.isthmus.stack.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Adds the records of a room that are missing; those that others of the room name come first. */
final class FillRoom {

    private final Api api;
    private final Register register;
    private final Tally tally;

    FillRoom(Api api, Register register, Tally tally) {
        this.api = api;
        this.register = register;
        this.tally = tally;
    }

    void fill(Room room, List<Entry> entries) {
        List<Entry> waiting = new ArrayList<>(entries);
        while (!waiting.isEmpty()) {
            List<Entry> ready =
                    waiting.stream().filter(entry -> isReady(room, entry)).toList();
            if (ready.isEmpty()) {
                throw new NotLoaded("%s names another record in %s, which is nowhere."
                        .formatted(waiting.getFirst().words(), room.within()));
            }
            Workers.each(ready, entry -> add(room, entry));
            waiting.removeAll(ready);
        }
    }

    private boolean isReady(Room room, Entry entry) {
        String within = room.within();
        return within == null
                || !entry.body().has(within)
                || register.knows(room, entry.body().path(within).asText());
    }

    private void add(Room room, Entry entry) {
        if (register.knows(room, entry.name())) {
            tally.find();
            return;
        }
        register.add(room, api.post(entry, room.path(), withIds(entry), room.role()));
        tally.add();
    }

    private ObjectNode withIds(Entry entry) {
        ObjectNode body = entry.body().deepCopy();
        JsonNode project = body.remove("project");
        if (project != null) {
            body.put("projectId", register.id(Room.PROJECTS, project.asText(), entry));
        }
        JsonNode parent = body.remove("parentReference");
        if (parent != null) {
            body.put("parentId", register.id(Room.ORGANISATIONS, parent.asText(), entry));
        }
        return body;
    }
}
