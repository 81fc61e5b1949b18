package org.isthmus.programming.country;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.isthmus.testing.TestClient.get;
import static org.isthmus.testing.TestClient.post;
import static org.isthmus.testing.TestClient.put;

import io.quarkus.test.junit.QuarkusTest;
import org.isthmus.programming.Sample;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CountryResourceTest {

    @Test
    void aCountryIsFoundByInstrumentAndRegion() {
        Sample.region("East Africa");
        post("programme-officer", "/v1/countries", """
                {"code": "KE", "name": {"en": "Kenya", "fr": "Kenya"}, "region": "East Africa", "instruments": [
                  {"instrument": "DCI", "from": "2007", "to": "2013", "verified": true, "source": %s},
                  {"instrument": "EDF", "verified": false}],
                 "priorities": [{"kind": "TRANSIT", "from": "2009"}]}
                """.formatted(Sample.SOURCE)).statusCode(201);

        get("/v1/countries?instrument=EDF&region=East Africa").body("items.code", hasItem("KE"));
        get("/v1/countries?priority=TRANSIT&facets=instrument,region")
                .body("items.code", hasItem("KE"))
                .body("facets.instrument.value", hasItems("DCI", "EDF"));
        get("/v1/countries?code=KE").body("items[0].instruments[0].to", is("2013"));
        get("/v1/countries?code=ke&instrument=NOPE&priority=transit")
                .statusCode(400)
                .body("errors.parameter", hasItems("code", "instrument", "priority"));
    }

    @Test
    void aCodeIsEnteredOnceAndNeverChanges() {
        Sample.country("GE");
        post("programme-officer", "/v1/countries", body("GE", "2007", "2013"))
                .statusCode(409)
                .body("code", is("country-exists"));
        String id = get("/v1/countries?code=GE").extract().path("items[0].id");
        String etag = get("/v1/countries/" + id).extract().header("ETag");

        put("programme-officer", "/v1/countries/" + id, etag, body("AM", "2007", "2013"))
                .statusCode(409)
                .body("code", is("code-fixed"));
        put("programme-officer", "/v1/countries/" + id, etag, body("GE", "2007", "2014"))
                .statusCode(200);
        put("programme-officer", "/v1/countries/" + id, etag, body("GE", "2007", "2015"))
                .statusCode(412);
    }

    @Test
    void aRegionIsNamedByItsOnlyCode() {
        post("programme-officer", "/v1/regions", """
                {"code": "European Union", "title": {"en": "European Union"}, "alsoWritten": ["EU"]}""").statusCode(201);

        String body = body("MT", "2007", "2013");
        post("programme-officer", "/v1/countries", body.replace("ENPI East", "Atlantis"))
                .statusCode(400)
                .body("errors.code", contains("region-unknown"));
        post("programme-officer", "/v1/countries", body.replace("ENPI East", "EU"))
                .statusCode(400)
                .body("errors[0].detail", is("'EU' is 'European Union' here."));
        post("programme-officer", "/v1/countries", body.replace("ENPI East", "European Union"))
                .statusCode(201);
    }

    @Test
    void whatIsWrongIsNamed() {
        Sample.region("ENPI East");
        post("programme-officer", "/v1/countries", body("moldova", "2007", "2013"))
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/code"));
        post("programme-officer", "/v1/countries", body("AZ", "2013", "2007"))
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/instruments/0/to"));
    }

    @Test
    void theListLeavesAsCsvAndNdjson() {
        Sample.country("TZ");

        String csv = given().header("Accept", "text/csv")
                .get("/v1/countries?code=TZ")
                .asString();
        String ndjson = given().get("/v1/countries?code=TZ&format=ndjson").asString();

        assertThat(csv.lines()).hasSize(2).first().asString().startsWith("id,code,name,region");
        assertThat(ndjson.lines()).hasSize(1).first().asString().contains("\"code\":\"TZ\"");
    }

    private static String body(String code, String from, String to) {
        return """
                {"code": "%s", "name": {"en": "Country"}, "region": "ENPI East",
                 "instruments": [{"instrument": "ENPI", "from": "%s", "to": "%s", "verified": true}]}
                """.formatted(code, from, to);
    }
}
