package org.isthmus.stack;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/** One small programming cycle of its own for each test: a work programme with one action, and projects under it. */
final class Cycle {

    static final Api PROGRAMME_OFFICER = Api.as("programme-officer");
    static final Api FINANCE_OFFICER = Api.as("finance-officer");
    static final Api AUTHORISING_OFFICER = Api.as("authorising-officer");
    static final Api SECOND_AUTHORISING_OFFICER = Api.as("authorising-officer-b");
    static final Api ACCOUNTING_OFFICER = Api.as("accounting-officer");
    static final Api AUDITOR = Api.as("auditor");

    private static final Duration SOON = Duration.ofSeconds(40);

    /** A year has one work programme for each of its parts; the examples of the document have the first ones. */
    private static final AtomicInteger PARTS = new AtomicInteger(100);

    private final int part = PARTS.incrementAndGet();
    private final String name = "SYS-" + UUID.randomUUID().toString().substring(0, 8);
    private final String workProgramme;
    private final String action;

    private Cycle(String amount) {
        appropriate("COMMITMENT", 2010, amount);
        workProgramme = draft(amount);
        action = PROGRAMME_OFFICER
                .get("/v1/work-programmes/" + workProgramme)
                .expect(200)
                .text("/actions/0/id");
    }

    /** A draft of 2010, not yet submitted, over an appropriation of exactly this amount. */
    static Cycle drafted(String amount) {
        return new Cycle(amount);
    }

    /** The same adopted, with the money set aside. */
    static Cycle adopted(String amount) {
        Cycle cycle = new Cycle(amount);
        cycle.adopt();
        return cycle;
    }

    String workProgramme() {
        return workProgramme;
    }

    String action() {
        return action;
    }

    String actionReference() {
        return name + "/1";
    }

    private String draft(String amount) {
        return PROGRAMME_OFFICER
                .post("/v1/work-programmes", workProgrammeJson(amount))
                .expect(201)
                .id();
    }

    String workProgrammeJson(String amount) {
        return """
                {"reference": "%1$s", "indicativeProgrammeReference": "MIP-2007-2010", "year": 2010, "part": %3$d,
                 "title": {"en": "Work programme %1$s"},
                 "actions": [%2$s],
                 "sources": []}
                """.formatted(name, actionJson(amount, "{\"code\": \"MD\", \"share\": \"100.0000\"}"), part);
    }

    private String actionJson(String amount, String countries) {
        return """
                {"reference": "%1$s/1", "title": {"en": "Mobility of health professionals"},
                   "countries": [%3$s], "regions": [],
                   "strands": [{"code": "migration-development", "share": "100.0000"}],
                   "objectives": [{"en": "Manage mobility"}], "expectedResults": [{"en": "Staff stays"}],
                   "indicativeAmount": {"amount": "%2$s", "currency": "EUR"}, "mode": "DIRECT_AWARD",
                   "budgetLine": {"code": "19 02 01", "year": 2010}}
                """.formatted(name, amount, countries);
    }

    /** By little, so that no committee hears of it. */
    void amend(String amount, String countries) {
        SECOND_AUTHORISING_OFFICER
                .post(
                        "/v1/work-programmes/" + workProgramme + "/amend",
                        "{\"reason\": \"More partners\", \"adoptedOn\": \"2010-12-15\", \"actions\": [%s]}"
                                .formatted(actionJson(amount, countries)))
                .expect(200);
    }

    void appropriate(String kind, int year, String amount) {
        appropriate("19 02 01", kind, year, amount);
    }

    /** Asked for by one officer and confirmed by another one. */
    static void appropriate(String line, String kind, int year, String amount) {
        String asked = AUTHORISING_OFFICER
                .post("/v1/appropriations", """
                        {"budgetLine": "%s", "year": %d, "kind": "%s", "amount": {"amount": "%s", "currency": "EUR"},
                         "effectiveOn": "%d-01-01", "reason": "Budget of the year"}
                        """.formatted(line, year, kind, amount, year))
                .expect(202)
                .id();
        confirm(SECOND_AUTHORISING_OFFICER, asked);
    }

    static void confirm(Api another, String asked) {
        another.post("/v1/movement-requests/" + asked + "/confirm", "{}").expect(200);
    }

    void submit() {
        String path = "/v1/work-programmes/" + workProgramme;
        PROGRAMME_OFFICER.post(path + "/submit", "{}").expect(200);
        PROGRAMME_OFFICER.post(path + "/submit", "{}").expect(200);
        PROGRAMME_OFFICER
                .post(path + "/opinion", "{\"opinion\": \"FAVOURABLE\", \"date\": \"2010-11-10\"}")
                .expect(200);
    }

    void adopt() {
        submit();
        AUTHORISING_OFFICER
                .post(
                        "/v1/work-programmes/" + workProgramme + "/adopt",
                        "{\"financingDecision\": \"C(2010) %s\", \"date\": \"2010-11-30\"}".formatted(name))
                .expect(200);
        eventually(() ->
                AUDITOR.get("/v1/actions/" + action).text("/allocation/status").equals("BOOKED"));
    }

    /** A project under the action, in the pipeline. */
    String project(String suffix) {
        return PROGRAMME_OFFICER
                .post("/v1/projects", """
                        {"reference": "%1$s-%2$s", "title": {"en": "Project %1$s %2$s"}, "programmeCode": "THEMATIC-MIGR",
                         "actionId": "%3$s", "period": {"start": "2011", "end": "2013"},
                         "strands": [{"code": "migration-development", "share": "100.0000"}],
                         "countries": [{"code": "MD", "share": "100.0000", "role": "BENEFICIARY"}],
                         "regions": [], "organisations": [], "objectives": [], "results": [], "sources": []}
                        """.formatted(name, suffix, action))
                .expect(201)
                .id();
    }

    void signGrant(String project, String amount) {
        AUTHORISING_OFFICER
                .post("/v1/projects/" + project + "/sign-grant", grant(project, amount))
                .expect(202);
    }

    String grant(String project, String amount) {
        return """
                {"reference": "G-%s", "amount": {"amount": "%s", "currency": "EUR"}, "signedOn": "2010-12-20", "actionId": "%s"}
                """.formatted(project, amount, action);
    }

    /** Projects may hear of an action a moment after its adoption. */
    String projectOnceKnown(String suffix) {
        eventually(() -> AUDITOR.get("/v1/actions/" + action).status() == 200);
        await().atMost(SOON).until(() -> probe(suffix) != 409 && probe(suffix) != 400);
        return project(suffix);
    }

    private int probe(String suffix) {
        return PROGRAMME_OFFICER
                .post("/v1/projects?dryRun=true", """
                        {"reference": "%s-%s-probe", "title": {"en": "Probe"}, "programmeCode": "THEMATIC-MIGR", "actionId": "%s",
                         "period": {}, "strands": [], "countries": [], "regions": [], "organisations": [], "objectives": [],
                         "results": [], "sources": []}
                        """.formatted(name, suffix, action))
                .status();
    }

    /** The books may hear of a project a moment after it is entered. */
    static void awaitBooks(String project) {
        eventually(() -> AUDITOR.get("/v1/commitments?projectId=" + project).status() == 200);
    }

    String commitmentOf(String project) {
        return AUDITOR.get("/v1/commitments?projectId=" + project).expect(200).text("/items/0/id");
    }

    /** Asked, authorised and executed by three people. */
    void pay(String commitment, String amount) {
        String payment = request(commitment, amount);
        AUTHORISING_OFFICER.post("/v1/payments/" + payment + "/authorise", "{}").expect(200);
        ACCOUNTING_OFFICER
                .post("/v1/payments/" + payment + "/execute", "{\"executedOn\": \"2011-03-01\"}")
                .expect(200);
    }

    String request(String commitment, String amount) {
        return FINANCE_OFFICER
                .post("/v1/payments", """
                        {"commitmentId": "%s", "kind": "PRE_FINANCING", "amount": {"amount": "%s", "currency": "EUR"},
                         "reason": "First instalment"}
                        """.formatted(commitment, amount))
                .expect(201)
                .id();
    }

    static void eventually(Callable<Boolean> condition) {
        await().atMost(SOON).pollInterval(Duration.ofMillis(100)).until(condition);
    }
}
