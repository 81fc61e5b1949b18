package org.isthmus.testing;

import static org.isthmus.testing.ApiRequests.withToken;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bodies that no operation may take, and what must be said of them. */
final class MalformedBodies {

    private static final Pattern KNOWN = Pattern.compile("There is no field '[^']*' here\\. There are ([^.]*)\\.");

    /** Days on which an act was done. */
    private static final List<String> DAYS_OF_ACTS =
            List.of("effectiveOn", "executedOn", "signedOn", "adoptedOn", "date");

    private final ApiOperation operation;
    private final String role;
    private final JsonNode schemas;
    private final List<String> wrong = new ArrayList<>();

    MalformedBodies(ApiOperation operation, String role, JsonNode schemas) {
        this.operation = operation;
        this.role = role;
        this.schemas = schemas;
    }

    /** What was answered otherwise than it must be. */
    List<String> badAnswers() {
        if (operation.method().equals("POST") && !operation.hasBody()) {
            sendParticulars();
        }
        if (operation.hasBody() && !operation.method().equals("PATCH")) {
            // a patch is read with the content that it changes, by the same readers
            sendNoTexts();
            sendUnknownMembers();
        }
        if (operation.hasBody()) {
            sendNoNames();
            sendFutureDays();
        }
        return wrong;
    }

    private void sendParticulars() {
        Response said = send("{\"reason\": \"x\", \"a/b\": 1}");
        require(
                said.statusCode() == 400
                        && said.jsonPath().getList("errors.pointer").containsAll(List.of("/reason", "/a~1b")),
                "passes over a body");
    }

    private void sendNoTexts() {
        for (String text : Rubbish.NO_TEXTS) {
            TextMembers.Body body = TextMembers.of(operation, schemas, text);
            if (!body.pointers().isEmpty()) {
                Response response = send(body.json());
                List<String> unnamed = new ArrayList<>(body.pointers());
                List<String> named = response.jsonPath().getList("errors.pointer");
                unnamed.removeAll(named == null ? List.of() : named);
                require(
                        response.statusCode() == 400 && unnamed.isEmpty(),
                        "answers '%s' with %d and does not name %s".formatted(text, response.statusCode(), unnamed));
            }
        }
    }

    /** What a thing is named by is one line that can be seen, and not the word by which filters mean that there is none. */
    private void sendNoNames() {
        for (String member : List.of("reference", "code", "scheme", "budgetLine")) {
            if (!schema().path("properties").has(member)) {
                continue;
            }
            for (String name : Rubbish.NO_NAMES) {
                Response response = send("{\"%s\": \"%s\"}".formatted(member, name));
                List<String> named = response.jsonPath().getList("errors.pointer");
                require(
                        response.statusCode() == 400 && named != null && named.contains("/" + member),
                        "takes '%s' for a name: %s".formatted(name, member));
            }
        }
    }

    /** Whatever stands in them and wherever they stand, each is named by its own pointer. */
    private void sendUnknownMembers() {
        for (String body : List.of(
                "{\"unknownOne\": {\"a\": {\"b\": []}}, \"unknownTwo\": 1}",
                "{\"unknownOne\": [{\"a\": 1}], \"reference\": \"x\", \"unknownTwo\": \"y\", \"reason\": \"z\"}")) {
            Response response = send(body);
            if (response.statusCode() == 404 && operation.method().equals("PUT")) {
                continue; // what it repeats of a thing is held against the thing first
            }
            List<String> named = response.jsonPath().getList("errors.pointer");
            require(
                    response.statusCode() == 400
                            && named != null
                            && named.containsAll(List.of("/unknownOne", "/unknownTwo")),
                    "names unknown members of %s as %s".formatted(body, named));
        }
        requireOrder(send("{\"unknownOne\": 1}"));
        Response twice = send("{\"reason\": \"x\", \"reason\": \"y\"}");
        require(
                "/reason".equals(twice.jsonPath().getString("errors[0].pointer")),
                "does not say which member stands twice");
    }

    /** What there is instead of an unknown member is told in one order always. */
    private void requireOrder(Response response) {
        Matcher fields = KNOWN.matcher(response.asString());
        if (fields.find()) {
            List<String> told = List.of(fields.group(1).split(", "));
            require(told.equals(told.stream().sorted().toList()), "tells its fields in no order: " + told);
        }
    }

    /** A day that has not come is told with what is wrong with the form of the others. */
    private void sendFutureDays() {
        JsonNode members = schema().path("properties");
        DAYS_OF_ACTS.stream()
                .filter(members::has)
                .filter(day -> !day.equals("date") || operation.path().matches(".*/(adopt|opinion|respond|withdraw)"))
                .forEach(day -> {
                    Response response = send("{\"unknownOne\": 1, \"%s\": \"2199-12-31\"}".formatted(day));
                    List<String> named = response.jsonPath().getList("errors.pointer");
                    List<String> codes =
                            response.jsonPath().getList("errors.findAll { it.pointer == '/%s' }.code".formatted(day));
                    require(
                            response.statusCode() == 400
                                    && named != null
                                    && named.contains("/unknownOne")
                                    && codes.stream().anyMatch(code -> code.equals("in-the-future")),
                            "does not tell with all else that %s lies in the future: %s".formatted(day, codes));
                });
    }

    private JsonNode schema() {
        JsonNode content = operation.node().at("/requestBody/content").path("application/json");
        return schemas.path(content.at("/schema/$ref").asText().replaceAll(".*/", ""));
    }

    private Response send(String body) {
        return ApiRequests.send(operation, withToken(role), body, "");
    }

    private void require(boolean condition, String complaint) {
        if (!condition) {
            wrong.add(operation.name() + " " + complaint);
        }
    }
}
