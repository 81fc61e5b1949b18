package org.isthmus.projects;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.isthmus.testing.Deliver;
import org.isthmus.testing.Tokens;

/** What the service knows when a test begins, and how tests speak to it. */
public final class World {

    public static final UUID PROGRAMME = UUID.fromString("01932f6e-0000-7000-8000-000000000003");
    public static final UUID ACTION = UUID.fromString("01932f6e-0000-7000-8000-00000000a201");
    private static final UUID WORK_PROGRAMME = UUID.fromString("01932f6e-0000-7000-8000-000000002010");
    private static final List<String> COUNTRIES = List.of(
            "MD", "IT", "DE", "RU", "AM", "AZ", "GE", "TH", "PH", "AO", "CM", "CD", "HT", "KE", "LS", "NG", "PG", "SN",
            "TZ", "TL", "TT", "EG", "UA", "GH");

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
                         "strands": [{"code": "migration-development"}, {"code": "economic-migration"},
                            {"code": "illegal-migration-readmission"}, {"code": "migrant-protection"},
                            {"code": "asylum-protection"}]}
                        """.formatted(PROGRAMME));
        new Deliver(kafka, "work-programmes", "programming.work-programmes")
                .event("eu.isthmus.programming.work-programme.adopted.v1", WORK_PROGRAMME, 1, """
                        {"workProgrammeId": "%s", "version": 1, "programme": "THEMATIC-MIGR",
                         "actions": [{"actionId": "%s", "reference": "AWP-2010-2/1"}]}
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
        await().atMost(Duration.ofMinutes(1)).until(World::isComplete);
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

    public static RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.of(role)).contentType(ContentType.JSON);
    }

    public static RequestSpecification officer() {
        return as("programme-officer");
    }

    public static RequestSpecification partner(String organisation) {
        return given().auth().oauth2(Tokens.ofPartner("somebody", organisation)).contentType(ContentType.JSON);
    }

    public static String unique(String word) {
        return word + "-" + UUID.randomUUID().toString().substring(0, 13);
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

    /** Enters a project with some more members of its body and answers its id. */
    public static String project(String reference, String more) {
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

    /** The types of the events that went out about a project, in order. */
    public static List<String> told(InMemoryConnector kafka, String project) {
        return kafka.sink("outbox").received().stream()
                .map(message ->
                        message.getMetadata(OutgoingKafkaRecordMetadata.class).orElseThrow())
                .filter(metadata -> project.equals(metadata.getKey()))
                .map(metadata ->
                        new String(metadata.getHeaders().lastHeader("ce_type").value(), StandardCharsets.UTF_8))
                .toList();
    }

    /** What was told of a project last. */
    public static JsonNode toldLast(InMemoryConnector kafka, String project) {
        return kafka.sink("outbox").received().stream()
                .filter(message -> project.equals(message.getMetadata(OutgoingKafkaRecordMetadata.class)
                        .orElseThrow()
                        .getKey()))
                .map(message -> read(String.valueOf(message.getPayload())))
                .max(Comparator.comparing(told -> told.path("version").asInt()))
                .orElse(MissingNode.getInstance());
    }

    private static JsonNode read(String payload) {
        try {
            return new ObjectMapper().readTree(payload);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
