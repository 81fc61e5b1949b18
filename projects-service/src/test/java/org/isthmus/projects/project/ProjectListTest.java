package org.isthmus.projects.project;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.isthmus.projects.World.organisation;
import static org.isthmus.projects.World.project;
import static org.isthmus.projects.World.publish;
import static org.isthmus.projects.World.relate;
import static org.isthmus.testing.TestClient.officer;
import static org.isthmus.testing.TestClient.unique;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.List;
import org.isthmus.projects.World;
import org.isthmus.testing.Statements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Projects are found, counted, exported and read in the past. */
@QuarkusTest
class ProjectListTest {

    @Inject
    @Any
    InMemoryConnector kafka;

    @BeforeEach
    void learn() {
        World.learn(kafka);
    }

    @Test
    void aDetailIsOneStatementAndAListAtMostTwo() {
        String reference = unique("count");
        String id = project(reference, "\"countries\": [{\"code\": \"MD\", \"role\": \"BENEFICIARY\"}]");
        publish(id);
        relate(id, "FOLLOWS", project(unique("earlier")));

        assertThat(Statements.during(() -> given().get("/v1/projects/" + id))).hasSize(1);
        assertThat(Statements.during(() -> officer().get("/v1/projects/" + id))).hasSize(1);
        assertThat(Statements.during(() -> given().get("/v1/projects/" + id + "/results")))
                .hasSize(1);
        assertThat(Statements.during(() -> given().get("/v1/projects/" + id + "/relations")))
                .hasSize(1);
        assertThat(Statements.during(() -> given().get("/v1/projects/" + id + "/versions")))
                .hasSize(1);
        assertThat(Statements.during(() -> given().get("/v1/projects?country=MD&limit=5")))
                .hasSize(1);
        assertThat(Statements.during(() -> given().get(
                                "/v1/projects?q=count&total=true&facets=country,strand,status,programme,region,year")))
                .hasSize(2);
        assertThat(Statements.during(() -> given().get("/v1/organisations?total=true&facets=type")))
                .hasSize(2);
    }

    @Test
    void projectsAreFoundByWhatIsKnownAndByWhatIsNot() {
        String call = unique("call");
        String lead = unique("lead");
        organisation(lead);
        String known = project(unique("known"), """
                "call": "%s", "programmeCode": "THEMATIC-MIGR", "actionId": "%s", "scope": "COUNTRY",
                "strands": [{"code": "economic-migration"}], "countries": [{"code": "MD", "role": "BENEFICIARY"}],
                "regions": ["EU"], "period": {"start": "2009", "end": "2012-01"},
                "organisations": [{"organisationReference": "%s", "role": "LEAD"}],
                "contribution": {"label": "EC contribution", "figures": [{"amount": {"amount": "3000000.00", "currency": "EUR"},
                    "source": {"document": "Memo"}, "current": true}]}""".formatted(call, World.ACTION, lead));
        String unknown = project(unique("unknown"), "\"call\": \"%s\"".formatted(call));

        for (String filter : new String[] {
            "programme=THEMATIC-MIGR",
            "action=AWP-2010-2/1",
            "strand=economic-migration",
            "country=MD&country=UA",
            "region=ENPI East",
            "region=EU",
            "scope=COUNTRY",
            "year=2010",
            "yearFrom=2012",
            "yearTo=2009",
            "amountFrom=3000000&amountTo=3000000.00",
            "organisation=" + lead
        }) {
            officer().get("/v1/projects?call=" + call + "&" + filter).then().body("items.id", is(List.of(known)));
        }
        for (String filter : new String[] {
            "programme=none",
            "strand=none",
            "country=none",
            "region=none",
            "scope=none",
            "year=none",
            "organisation=none"
        }) {
            officer().get("/v1/projects?call=" + call + "&" + filter).then().body("items.id", is(List.of(unknown)));
        }
        officer()
                .get("/v1/projects?action=NOPE&partOf=NOPE")
                .then()
                .statusCode(400)
                .body("errors.parameter", containsInAnyOrder("action", "partOf"));
        String yen = project(unique("yen"), """
                "call": "%s", "contribution": {"figures": [{"amount": {"amount": "10000001", "currency": "JPY"},
                    "source": {"document": "Memo"}, "current": true}]}""".formatted(call));
        officer().get("/v1/projects?amountFrom=1000000&call=" + call).then().body("items.id", is(List.of(known)));
        officer()
                .get("/v1/projects?sort=-amount&call=" + call)
                .then()
                .body("items[0].id", is(known))
                .body("items.id", containsInAnyOrder(known, unknown, yen));
        officer()
                .get("/v1/projects?facets=country,strand,region&strand=economic-migration&call=" + call)
                .then()
                .body("facets.country.value", is(List.of("MD")))
                .body("facets.strand.value", containsInAnyOrder("economic-migration", "none"))
                .body("facets.region.value", containsInAnyOrder("EU", "ENPI East"));
    }

    @Test
    void whatNoProjectCanBeIsRefusedByName() {
        officer()
                .get("/v1/projects?action=NOPE&partOf=NOPE&currency=eur")
                .then()
                .statusCode(400)
                .body("errors.parameter", containsInAnyOrder("action", "partOf", "currency"));
        officer()
                .get("/v1/projects?action=none&partOf=none&currency=none")
                .then()
                .statusCode(200);
    }

    @Test
    void searchReadsAllLanguagesAndAllTexts() {
        String word = unique("w").replace("-", "");
        String lead = "lead" + word;
        organisation(lead);
        String id = project(unique("search"), """
                "summary": {"fr": "Processus de Söderköping %1$s"}, "objectives": [{"en": "Readmission %1$s"}],
                "results": [{"kind": "PLANNED", "text": {"es": "Capacitación %1$s"}}],
                "organisations": [{"organisationReference": "%2$s", "role": "LEAD"}]""".formatted(word, lead));

        for (String query : new String[] {"SODERKOP", "readmissi", "capacitacion", lead}) {
            officer().get("/v1/projects?q=" + word + " " + query).then().body("items.id", is(List.of(id)));
        }
        officer().get("/v1/projects?q=" + word + " asylum").then().body("items", hasSize(0));
    }

    @Test
    void theListComesAsCsvAndNdjson() {
        String call = unique("call");
        project(
                unique("csv"),
                "\"call\": \"%s\", \"countries\": [{\"code\": \"MD\", \"role\": \"PILOT\"}, {\"code\": \"UA\", \"role\": \"PILOT\"}]"
                        .formatted(call));
        project(unique("csv"), "\"call\": \"%s\"".formatted(call));

        String csv = officer().get("/v1/projects?format=csv&call=" + call).asString();

        assertThat(csv.lines()).hasSize(3).first().asString().startsWith("id,reference,title,status");
        assertThat(csv).contains("MD; UA", "MD:PILOT; UA:PILOT", call);
        assertThat(officer()
                        .get("/v1/projects?format=ndjson&call=" + call)
                        .asString()
                        .lines())
                .hasSize(2);
    }

    @Test
    void thePastIsReadable() {
        String reference = unique("past");
        String id = project(reference);
        String before = officer().get("/v1/projects/" + id + "/versions").path("items[0].recordedAt");
        officer()
                .body("{\"to\": \"CANCELLED\", \"date\": \"2012-01-31\", \"reason\": \"No partner\"}")
                .post("/v1/projects/" + id + "/move")
                .then()
                .statusCode(200);

        officer()
                .get("/v1/projects/" + id + "?asOf=" + before)
                .then()
                .body("status", is("PIPELINE"))
                .body("version", is(1));
        officer()
                .get("/v1/projects?status=PIPELINE&reference=" + reference + "&asOf=" + before)
                .then()
                .body("items", hasSize(1));
        officer()
                .get("/v1/projects?status=PIPELINE&reference=" + reference)
                .then()
                .body("items", hasSize(0));
        officer().get("/v1/projects/" + id + "?asOf=2001-01-01").then().statusCode(404);
    }
}
