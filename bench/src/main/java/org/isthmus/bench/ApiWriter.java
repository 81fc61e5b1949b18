package org.isthmus.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes generated projects and their money as officers would, so that every service, book and event knows of them: about
 * five requests a project, for some thousands at most.
 */
final class ApiWriter {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Http http;
    private final Generator generator;
    private final Map<Integer, String> ids = new HashMap<>();

    ApiWriter(Http http, Generator generator) {
        this.http = http;
        this.generator = generator;
    }

    /** Goes on after what earlier runs wrote. */
    void write(Connection projects, int count) throws SQLException {
        try (Statement statement = projects.createStatement();
                ResultSet rows =
                        statement.executeQuery("select reference, id from project where reference like 'BENCH-0%'")) {
            while (rows.next()) {
                ids.put(Integer.valueOf(rows.getString(1).replace("BENCH-", "")), rows.getString(2));
            }
        }
        generator
                .projects(ids.size() + count)
                .filter(project -> !ids.containsKey(project.number()))
                .forEach(this::write);
    }

    private void write(GeneratedProject project) {
        String id = http.post("programme-officer", "/v1/projects", ProjectJson.draft(project))
                .path("id")
                .asText();
        ids.put(project.number(), id);
        if (project.umbrella() != null) {
            http.post(
                    "programme-officer",
                    "/v1/projects/" + id + "/relations",
                    JSON.objectNode().put("type", "PART_OF").put("projectId", ids.get(project.umbrella())));
        }
        if (project.published()) {
            http.post("programme-officer", "/v1/projects/" + id + "/publish", JSON.objectNode());
        }
        book(project, id);
    }

    private void book(GeneratedProject project, String id) {
        String commitment = "";
        String movement = "";
        for (GeneratedEntry entry : generator.entries(project)) {
            switch (entry.kind()) {
                case COMMIT -> commitment = commit(project, id, entry);
                case DECOMMIT ->
                    movement = http.post("finance-officer", "/v1/commitments/" + commitment + "/decommit", money(entry))
                            .at("/movement/id")
                            .asText();
                case REVERSE ->
                    http.post(
                            "accounting-officer",
                            "/v1/movements/" + movement + "/reverse",
                            JSON.objectNode()
                                    .put("effectiveOn", entry.on().toString())
                                    .put("reason", "Generated"));
            }
        }
    }

    private String commit(GeneratedProject project, String id, GeneratedEntry entry) {
        ObjectNode row = money(entry).put("projectId", id);
        row.put("reference", project.reference()).putObject("source").put("document", "Generated");
        ObjectNode request = JSON.objectNode();
        request.putArray("movements").add(row);
        String asked = http.postOnceKnown("archivist-a", "/v1/historical-commitments", request)
                .path("id")
                .asText();
        return http.post("archivist-b", "/v1/movement-requests/" + asked + "/confirm", JSON.objectNode())
                .at("/movements/0/entries/1/account/commitmentId")
                .asText();
    }

    private static ObjectNode money(GeneratedEntry entry) {
        ObjectNode request = JSON.objectNode();
        request.putObject("amount")
                .put("amount", entry.amount().toPlainString())
                .put("currency", "EUR");
        return request.put("effectiveOn", entry.on().toString()).put("reason", "Generated");
    }
}
