package org.isthmus.programming.vocabulary;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.isthmus.testing.TestClient.get;
import static org.isthmus.testing.TestClient.patch;
import static org.isthmus.testing.TestClient.post;
import static org.isthmus.testing.TestClient.put;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Locale;
import org.isthmus.programming.Sample;
import org.junit.jupiter.api.Test;

@QuarkusTest
class VocabularyTermResourceTest {

    private static final String PATH = "/v1/vocabulary-terms";

    @Test
    void aTermIsFoundByItsVocabularyAndItsParent() {
        String scheme = scheme();
        enter(scheme, "migrants", "").statusCode(201).body("reference", is(scheme + ":migrants"));
        enter(scheme, "returnees", ", \"parentCode\": \"migrants\"").statusCode(201);

        get(PATH + "?scheme=" + scheme).body("items.code", containsInAnyOrder("migrants", "returnees"));
        get(PATH + "?parent=" + scheme + ":migrants").body("items.code", contains("returnees"));
        get(PATH + "?facets=scheme").body("facets.scheme.value", hasItem(scheme));
        get(PATH + "?scheme=nowhere&parent=x:y")
                .statusCode(400)
                .body("errors.parameter", containsInAnyOrder("scheme", "parent"));
        enter(scheme, "migrants", "").statusCode(409).body("code", is("vocabulary-term-exists"));
    }

    @Test
    void aTermKeepsItsCodeAndIsNoPartOfItself() {
        String scheme = scheme();
        ValidatableResponse migrants = enter(scheme, "migrants", "").statusCode(201);
        String at = PATH + "/" + migrants.extract().path("id");
        String etag = migrants.extract().header("ETag");
        enter(scheme, "returnees", ", \"parentCode\": \"migrants\"").statusCode(201);

        patch("programme-officer", at, etag, "{\"parentCode\": \"returnees\"}")
                .statusCode(400)
                .body("errors.code", contains("parent-loop"));
        patch("programme-officer", at, etag, "{\"parentCode\": \"nobody\"}")
                .statusCode(400)
                .body("errors.code", contains("term-unknown"));
        put("programme-officer", at, etag, """
                {"scheme": "%s", "code": "other", "title": {"en": "x"}}""".formatted(scheme))
                .statusCode(409)
                .body("code", is("code-fixed"));
        enter(scheme, "old", ", \"from\": \"2010\", \"to\": \"2009\"")
                .statusCode(400)
                .body("code", is("vocabulary-term-invalid"));
    }

    @Test
    void measuresAreClassifiedByTermsThatThereAre() {
        String scheme = scheme();
        enter(scheme, "legal", "").statusCode(201);
        String programme = """
                {"code": "P-%s", "title": {"en": "x"}, "period": {"start": "2007", "end": "2013"},
                 "strands": [{"number": 1, "code": "s-%s", "title": {"en": "x"}, "measures": [
                   {"code": "1.1", "text": {"en": "x"}, "classifications": [{"scheme": "%s", "code": "%s"}]}]}]}
                """;

        post(
                        "programme-officer",
                        "/v1/programmes",
                        programme.formatted(Sample.code(), Sample.code(), scheme, "none-such"))
                .statusCode(400)
                .body("errors.pointer", contains("/strands/0/measures/0/classifications/0/code"))
                .body("errors.code", contains("term-unknown"));
        post("programme-officer", "/v1/programmes", programme.formatted(Sample.code(), Sample.code(), scheme, "legal"))
                .statusCode(201);
        get("/v1/strands?classification=%s:legal".formatted(scheme))
                .body("items.size()", is(1))
                .body("items[0].measures[0].classifications[0].code", is("legal"));
    }

    private static String scheme() {
        return "s-" + Sample.code().toLowerCase(Locale.ROOT);
    }

    private static ValidatableResponse enter(String scheme, String code, String more) {
        return post("programme-officer", PATH, """
                {"scheme": "%s", "code": "%s", "title": {"en": "x"}%s}""".formatted(scheme, code, more));
    }
}
