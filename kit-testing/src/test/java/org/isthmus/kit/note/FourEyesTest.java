package org.isthmus.kit.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.isthmus.kit.query.Query;
import org.isthmus.testing.TestClient;
import org.isthmus.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who did one step can't do the next, whatever token and whatever writing of the name it comes with (R19, R20). */
@QuarkusTest
class FourEyesTest {

    @Inject
    DataSource database;

    @ParameterizedTest
    @ValueSource(strings = {"Ann Doe", "ANN DOE", " ann  doe ", "Ａｎｎ\u3000Ｄｏｅ", "ann\u200b doe"})
    void whoWroteItDoesNotConfirmIt(String written) {
        String note = written("Ann Doe");

        confirm(note, Tokens.ofPerson(written, "finance-officer"), "")
                .statusCode(403)
                .body("code", is("same-person"))
                .body("detail", containsString("createNote"));
        assertThat(steps(note)).containsExactly("createNote by ann doe");
    }

    @Test
    void anotherPersonConfirmsItAndIsKept() {
        String note = written("Ann");

        confirm(note, Tokens.ofPerson("Bob", "programme-officer"), "?dryRun=true")
                .statusCode(200);
        assertThat(steps(note)).hasSize(1);
        confirm(note, Tokens.ofPerson("Bob", "programme-officer"), "").statusCode(200);
        assertThat(steps(note)).containsExactly("createNote by ann", "confirmNote by bob");
        TestClient.get("auditor", "/v1/audit/notes?outcome=DONE&object=" + note)
                .body("items.operation", contains("createNote", "confirmNote"))
                .body("items.person", contains("ann", "bob"));
        TestClient.get("auditor", "/v1/audit/notes?person=bob&object=" + note).body("items", hasSize(1));
    }

    @Test
    void aDryRunSaysThatThePersonMayNot() {
        String note = written("Ann");

        confirm(note, Tokens.ofPerson("ann", "programme-officer"), "?dryRun=true")
                .statusCode(403)
                .body("code", is("same-person"));
    }

    @Test
    void aTokenThatNamesNoPersonTakesFirstStepsOnly() {
        String note = TestClient.created("programme-officer", "/v1/notes", content());

        confirm(note, Tokens.of("finance-officer"), "").statusCode(403).body("code", is("person-unknown"));
        confirm(note, Tokens.ofPerson("bob", "finance-officer"), "").statusCode(200);
    }

    private static String written(String person) {
        return TestClient.plainly()
                .auth()
                .oauth2(Tokens.ofPerson(person, "programme-officer"))
                .contentType(ContentType.JSON)
                .body(content())
                .post("/v1/notes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse confirm(String note, String token, String query) {
        return TestClient.plainly()
                .auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .post("/v1/notes/" + note + "/confirm" + query)
                .then();
    }

    private static String content() {
        return "{\"reference\": \"%s\", \"title\": {\"en\": \"A note\"}, \"tags\": []}"
                .formatted(TestClient.unique("N").toUpperCase(Locale.ROOT));
    }

    private List<String> steps(String note) {
        return Query.of(
                        "select operation || ' by ' || coalesce(person, '-') as taken from step where thing = ? order by position",
                        UUID.fromString(note))
                .list(database, row -> row.text("taken"));
    }
}
