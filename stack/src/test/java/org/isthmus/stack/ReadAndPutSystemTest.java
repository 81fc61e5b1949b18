package org.isthmus.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What reading gives can be sent back, of every kind of thing that can be replaced (C4, R26). */
@ExtendWith(Isthmus.class)
class ReadAndPutSystemTest {

    private static final String OTHER_ID = "01932f6e-0000-7000-8000-000000000000";

    private final List<String> wrong = new ArrayList<>();
    private final Set<String> taken = new TreeSet<>();

    @Test
    void whatReadingGaveIsTakenAndChangesNothing() {
        Cycle.drafted("1000.00");
        drafts();
        List<ApiDocument.Operation> operations = ApiDocument.served().operations();
        Set<String> readable = operations.stream()
                .filter(operation -> operation.method().equals("GET"))
                .map(ApiDocument.Operation::path)
                .collect(Collectors.toSet());
        List<ApiDocument.Operation> replacing = operations.stream()
                .filter(operation -> operation.method().equals("PUT") && readable.contains(operation.path()))
                .toList();

        replacing.forEach(this::sendBackEach);

        assertThat(wrong).isEmpty();
        assertThat(replacing).hasSizeGreaterThanOrEqualTo(12);
        assertThat(taken)
                .isEqualTo(replacing.stream()
                        .map(ApiDocument.Operation::path)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Drafts of the documents of which the reference data knows final ones alone. */
    private static void drafts() {
        String paper = """
                {"reference": "READ-AND-PUT", "programmeCode": "THEMATIC-MIGR", "title": {"en": "Sent back"},
                 "period": {"start": "2014", "end": "2016"}, "analysis": {"en": "As it was read"},
                 "priorities": [{"code": "AFRICA", "title": {"en": "Africa"}}], "sources": []}
                """;
        String programme = """
                {"reference": "READ-AND-PUT", "strategyPaperReference": "READ-AND-PUT", "title": {"en": "Sent back"},
                 "period": {"start": "2014", "end": "2016"}, "priorities": [], "envelopes": [], "sources": []}
                """;
        Cycle.PROGRAMME_OFFICER.post("/v1/strategy-papers", paper).expect(201);
        Cycle.PROGRAMME_OFFICER.post("/v1/indicative-programmes", programme).expect(201);
    }

    private void sendBackEach(ApiDocument.Operation replace) {
        String list = replace.path().replace("/{id}", "");
        for (JsonNode row :
                replace.client().get(list + "?limit=100").expect(200).body().path("items")) {
            sendBack(replace, list + "/" + row.path("id").asText());
        }
    }

    private void sendBack(ApiDocument.Operation replace, String path) {
        Api client = replace.client();
        Api.Answer read = client.get(path).expect(200);
        Api.Answer answer = client.put(path, read.body().toString(), read.etag());
        if (answer.status() == 409 && answer.text("/code").equals("text-final")) {
            return;
        }
        Api.Answer again = client.get(path);
        if (answer.status() != 200 || !own(again).equals(own(read))) {
            wrong.add("%s answers %d %s and is %s after %s"
                    .formatted(path, answer.status(), answer.body(), again.body(), read.body()));
        } else if (taken.add(replace.path())) {
            sendOtherwise(client, path, read);
        }
    }

    /** Without what the books tell meanwhile. */
    private static JsonNode own(Api.Answer answer) {
        return ((ObjectNode) answer.body().deepCopy()).without("money");
    }

    private void sendOtherwise(Api client, String path, Api.Answer read) {
        ObjectNode other = read.body().deepCopy();
        other.put("id", OTHER_ID);
        Api.Answer refused = client.put(path, other.toString(), read.etag());
        if (refused.status() != 400
                || !refused.text("/errors/0/pointer").equals("/id")
                || !refused.text("/errors/0/code").equals("read-only")) {
            wrong.add("%s with another id answers %d %s".formatted(path, refused.status(), refused.body()));
        }
    }
}
