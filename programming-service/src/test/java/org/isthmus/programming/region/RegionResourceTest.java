package org.isthmus.programming.region;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.isthmus.testing.TestClient.get;
import static org.isthmus.testing.TestClient.patch;
import static org.isthmus.testing.TestClient.post;
import static org.isthmus.testing.TestClient.put;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.isthmus.programming.Sample;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RegionResourceTest {

    private static final String PATH = "/v1/regions";

    @Test
    void aRegionIsFoundByItsParentAndByEachOfItsWritings() {
        String africa = enter("Africa", "").statusCode(201).extract().path("code");
        String west = enter(
                        "West", ", \"parentCode\": \"%s\", \"alsoWritten\": [\"%s\"]".formatted(africa, africa + "-O"))
                .statusCode(201)
                .extract()
                .path("code");

        get(PATH + "?parent=" + africa).body("items.code", contains(west));
        get(PATH + "?alsoWritten=" + africa + "-O").body("items.code", contains(west));
        get(PATH + "?facets=parent").body("facets.parent.value", hasItems(africa));
        get(PATH + "?parent=nowhere").statusCode(400);
    }

    @Test
    void aWritingStandsForOneRegionWhateverItsCase() {
        String one = enter("One", ", \"alsoWritten\": [\"%s\"]".formatted("First " + Sample.code()))
                .statusCode(201)
                .extract()
                .path("code");
        String written = get(PATH + "?code=" + one).extract().path("items[0].alsoWritten[0]");

        enter("Two", ", \"alsoWritten\": [\"%s\"]".formatted(written.toUpperCase(java.util.Locale.ROOT)))
                .statusCode(400)
                .body("errors.code", contains("writing-taken"));
        post("programme-officer", PATH, "{\"code\": \"%s\", \"title\": {\"en\": \"x\"}}".formatted(written))
                .statusCode(400)
                .body("errors.code", contains("writing-taken"));
        post("programme-officer", PATH, "{\"code\": \"%s\", \"title\": {\"en\": \"x\"}}".formatted(one))
                .statusCode(409)
                .body("code", is("region-exists"));
    }

    @Test
    void aWritingIsNamedOnceAndMeansSomething() {
        enter("Three", ", \"alsoWritten\": [\"West of it\", \"none\", \"WEST OF IT\"]")
                .statusCode(400)
                .body("errors.pointer", contains("/alsoWritten/1", "/alsoWritten/2"))
                .body("errors.code", contains("form", "named-twice"));
    }

    @Test
    void noRegionIsAPartOfItself() {
        ValidatableResponse world = enter("World", "").statusCode(201);
        String code = world.extract().path("code");
        String id = world.extract().path("id");
        String part = enter("Part", ", \"parentCode\": \"%s\"".formatted(code))
                .statusCode(201)
                .extract()
                .path("code");
        String etag = get(PATH + "/" + id).extract().header("ETag");

        patch("programme-officer", PATH + "/" + id, etag, "{\"parentCode\": \"%s\"}".formatted(part))
                .statusCode(400)
                .body("errors.code", contains("parent-loop"));
        put("programme-officer", PATH + "/" + id, etag, """
                {"code": "%s", "title": {"en": "World"}, "parentCode": "%s"}""".formatted(code, code))
                .statusCode(400)
                .body("errors.code", contains("region-unknown"));
        put("programme-officer", PATH + "/" + id, etag, """
                {"code": "Other", "title": {"en": "World"}}""").statusCode(409).body("code", is("code-fixed"));
        enter("Old", ", \"from\": \"2010\", \"to\": \"2009\"").statusCode(400).body("code", is("region-invalid"));
    }

    private static ValidatableResponse enter(String name, String more) {
        return post("programme-officer", PATH, """
                {"code": "%s-%s", "title": {"en": "%s"}%s}""".formatted(name, Sample.code(), name, more));
    }
}
