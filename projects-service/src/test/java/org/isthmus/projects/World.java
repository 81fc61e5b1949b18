package org.isthmus.projects;

import static org.awaitility.Awaitility.await;
import static org.isthmus.testing.TestClient.officer;
import static org.isthmus.testing.TestClient.unique;

import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.isthmus.testing.Deliver;
import org.isthmus.testing.TestClient;

/** What the service knows when a test begins, and what tests enter. */
public final class World {

    public static final UUID PROGRAMME = UUID.fromString("01932f6e-0000-7000-8000-000000000003");
    public static final UUID ACTION = UUID.fromString("01932f6e-0000-7000-8000-00000000a201");
    private static final UUID WORK_PROGRAMME = UUID.fromString("01932f6e-0000-7000-8000-000000002010");
    private static final List<String> COUNTRIES = List.of(
            "MD", "IT", "DE", "RU", "AM", "AZ", "GE", "TH", "PH", "AO", "CM", "CD", "HT", "KE", "LS", "NG", "PG", "SN",
            "TZ", "TL", "TT", "EG", "UA", "GH");

    private static final Pattern PAST = Pattern.compile(",?\\s*\"historicalStatus\":\\s*\\{([^}]*)}");

    private static boolean known;

    private World() {}

    /** Programme, strands, countries and an action, as programming tells them; once for all tests. */
    public static synchronized void learn(InMemoryConnector kafka) {
        if (known) {
            return;
        }
        new Deliver(kafka, "programmes", "programming.programmes")
                .event("eu.isthmus.programming.programme.changed.v1", PROGRAMME, 1, """
                        {"programmeId": "%s", "version": 1, "code": "THEMATIC-MIGR", "title": {"en": "Thematic programme"},
                         "strands": [{"code": "migration-development", "title": {"en": "Migration and development"},
                              "measures": [{"code": "1.4", "text": {"en": "Mitigate brain drain", "fr": "Fuite des cerveaux"}}]}, {"code": "economic-migration"},
                            {"code": "illegal-migration-readmission"}, {"code": "migrant-protection"},
                            {"code": "asylum-protection"}]}
                        """.formatted(PROGRAMME));
        new Deliver(kafka, "work-programmes", "programming.work-programmes")
                .event("eu.isthmus.programming.work-programme.adopted.v1", WORK_PROGRAMME, 1, """
                        {"workProgrammeId": "%s", "version": 1, "programme": "THEMATIC-MIGR",
                         "actions": [{"actionId": "%s", "reference": "AWP-2010-2/1", "title": {"en": "Mobility of health professionals"}}]}
                        """.formatted(
                                WORK_PROGRAMME, ACTION));
        Deliver countries = new Deliver(kafka, "countries", "programming.countries");
        for (String code : COUNTRIES) {
            countries.event(
                    "eu.isthmus.programming.country.changed.v1",
                    UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8)),
                    1,
                    "{\"code\": \"%s\", \"region\": \"%s\"}".formatted(code, region(code)));
        }
        await().until(World::isComplete);
        known = true;
    }

    private static String region(String code) {
        return switch (code) {
            case "MD", "UA", "AM", "AZ", "GE" -> "ENPI East";
            case "EG" -> "ENPI South";
            default -> "Elsewhere";
        };
    }

    private static boolean isComplete() {
        return officer()
                        .body("""
                        {"reference": "%s", "title": {"en": "x"}, "programmeCode": "THEMATIC-MIGR", "actionId": "%s",
                         "strands": [{"code": "asylum-protection"}], "countries": [{"code": "GH", "role": "PILOT"}]}
                        """.formatted(unique("probe"), ACTION))
                        .post("/v1/projects?dryRun=true")
                        .statusCode()
                == 201;
    }

    /** Where a project of the past stands, entered by one archivist and confirmed by another one. */
    public static void past(String project, String status) {
        String asked = TestClient.post(
                        "archivist-a",
                        "/v1/historical-statuses",
                        "{\"projects\": [{\"projectId\": \"%s\", %s}]}".formatted(project, status))
                .statusCode(202)
                .extract()
                .path("id");
        TestClient.post("archivist-b", "/v1/historical-statuses/" + asked + "/confirm", "{}")
                .statusCode(200);
    }

    /** Enters an organisation and answers its id. */
    public static String organisation(String reference) {
        return officer()
                .body("{\"reference\": \"%s\", \"names\": {\"en\": \"%s\"}}".formatted(reference, reference))
                .post("/v1/organisations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Enters a project with some more members of its body, its status of the past among them, and answers its id. */
    public static String project(String reference, String more) {
        Matcher past = PAST.matcher(more);
        if (past.find()) {
            String id = project(reference, past.replaceFirst("").replaceFirst("(^\\s*,\\s*|,\\s*$)", ""));
            past(id, past.group(1));
            return id;
        }
        return officer()
                .body("{\"reference\": \"%s\", \"title\": {\"en\": \"Project %s\"}%s}"
                        .formatted(reference, reference, more.isEmpty() ? "" : ", " + more))
                .post("/v1/projects")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static String project(String reference) {
        return project(reference, "");
    }

    public static void publish(String project) {
        officer().post("/v1/projects/" + project + "/publish").then().statusCode(200);
    }

    public static void relate(String project, String type, String other) {
        officer()
                .body("{\"type\": \"%s\", \"projectId\": \"%s\"}".formatted(type, other))
                .post("/v1/projects/" + project + "/relations")
                .then()
                .statusCode(201);
    }
}
