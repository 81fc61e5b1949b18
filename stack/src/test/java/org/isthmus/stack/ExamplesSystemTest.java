package org.isthmus.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isthmus.stack.Cycle.AUDITOR;
import static org.isthmus.stack.Cycle.AUTHORISING_OFFICER;
import static org.isthmus.stack.Cycle.PROGRAMME_OFFICER;
import static org.isthmus.stack.Cycle.SECOND_AUTHORISING_OFFICER;
import static org.isthmus.stack.Cycle.eventually;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every example of a body runs: whoever tries an operation out with it is not refused (C4). */
@ExtendWith(Isthmus.class)
class ExamplesSystemTest {

    private static final String ACTION = "01932f6e-0000-7000-8000-00000000a201";
    private static final String PROJECT = "01932f6e-7c1a-7d3e-9b1f-0c2a5e8d4411";
    private static final String COMMITMENT = "01932f6e-0000-7000-8000-00000000d001";
    private static final String RECOMMENDATION = "01932f6e-0000-7000-8000-0000000000e2";
    private static final String LINE = "19 02 97";

    private final ExampleRun examples = new ExampleRun();

    @Test
    void everyBodyIsAccepted() {
        registers();
        papers();
        workProgramme();
        allocation();
        projects();
        money();
        delegation();

        assertThat(examples.unsent()).isEmpty();
    }

    private void registers() {
        String predecessor = "AENEAS-" + UUID.randomUUID().toString().substring(0, 6);
        PROGRAMME_OFFICER.post("/v1/programmes", """
                        {"code": "%s", "title": {"en": "Before"}, "period": {"start": "2004", "end": "2006"}}
                        """.formatted(predecessor)).expect(201);
        examples.is("AENEAS", predecessor);
        enter("Programme");
        enter("Region");
        enter("VocabularyTerm");
        examples.name("MD", "TR"); // one that the reference data does not have
        enter("Country");
        examples.name("19 02 01", LINE);
        enter("BudgetLine");
        enter("Organisation");
        enter("PolicyDocument");
        String evaluation = enter("Evaluation");
        String recommendation = AUDITOR.get("/v1/evaluations/" + evaluation).text("/recommendations/0/id");
        examples.is(RECOMMENDATION, recommendation);
        examples.send("respondToRecommendation", recommendation);
    }

    /** Entered, replaced and changed: what is made of each example. */
    private String enter(String kind) {
        String id = examples.send("create" + kind).id();
        examples.change("replace" + kind, id);
        examples.change("patch" + kind, id);
        return id;
    }

    private void papers() {
        adopt("StrategyPaper", "/v1/strategy-papers/", enter("StrategyPaper"));
        withdraw("StrategyPaper", body -> {});
        examples.send("createIndicativeProgramme");
        String draft = draft("IndicativeProgramme", body -> body.remove("historical"));
        examples.change("replaceIndicativeProgramme", draft);
        examples.change("patchIndicativeProgramme", draft);
        adopt("IndicativeProgramme", "/v1/indicative-programmes/", draft);
        withdraw("IndicativeProgramme", body -> body.remove("historical"));
    }

    private void withdraw(String kind, Consumer<ObjectNode> change) {
        examples.send("withdraw" + kind, draft(kind, change));
    }

    /** Another one with a name of its own, which is then the example's. */
    private String draft(String kind, Consumer<ObjectNode> change) {
        String name = kind + "-" + UUID.randomUUID().toString().substring(0, 6);
        return examples.send("create" + kind, "", "", body -> {
                    examples.rename(body.path("reference").asText(), name);
                    body.put("reference", name);
                    if (body.at("/actions/0") instanceof ObjectNode action) {
                        action.put("reference", name + "/1");
                    }
                    change.accept(body);
                })
                .id();
    }

    private void adopt(String kind, String path, String id) {
        PROGRAMME_OFFICER.post(path + id + "/submit", "{}").expect(200);
        PROGRAMME_OFFICER.post(path + id + "/submit", "{}").expect(200);
        examples.send("recordOpinionOn" + kind, id);
        examples.send("adopt" + kind, id);
    }

    private void workProgramme() {
        Cycle.confirm(
                SECOND_AUTHORISING_OFFICER, examples.send("createAppropriation").id());
        Cycle.appropriate("19 02 01", "COMMITMENT", 2010, "2300000.00");
        String id = enter("WorkProgramme");
        adopt("WorkProgramme", "/v1/work-programmes/", id);
        String action = PROGRAMME_OFFICER.get("/v1/work-programmes/" + id).text("/actions/0/id");
        eventually(() ->
                AUDITOR.get("/v1/actions/" + action).text("/allocation/status").equals("BOOKED"));
        examples.send("amendWorkProgramme", id);
        withdraw("WorkProgramme", body -> body.put("part", 3));
    }

    /** An action that was adopted before its line had the money. */
    private void allocation() {
        String id = draft("WorkProgramme", body -> {
            body.put("part", 4);
            ObjectNode action = (ObjectNode) body.path("actions").path(0);
            ((ObjectNode) action.path("budgetLine")).put("code", LINE);
            ((ObjectNode) action.path("indicativeAmount")).put("amount", "500000.00");
        });
        adopt("WorkProgramme", "/v1/work-programmes/", id);
        String action = PROGRAMME_OFFICER.get("/v1/work-programmes/" + id).text("/actions/0/id");
        eventually(() ->
                AUDITOR.get("/v1/actions/" + action).text("/allocation/status").equals("REFUSED"));
        Cycle.appropriate(LINE, "COMMITMENT", 2010, "500000.00");
        examples.is(ACTION, action);
        examples.send("createAllocation");
    }

    private void projects() {
        String id = enter("Project");
        PROGRAMME_OFFICER.post("/v1/projects/" + id + "/publish", "{}").expect(200);
        examples.send("withdrawProjectVersion", id);
        examples.is(PROJECT, id);
        examples.send("requestErasure");
        examples.send("unpublishProject", id);
        examples.send("returnPendingVersion", pendingVersion());
        examples.is(PROJECT, id);
        examples.send(
                "rejectHistoricalStatuses",
                examples.send("enterHistoricalStatuses").id());
        Cycle cycle = Cycle.adopted("2000000.00");
        String signed = cycle.projectOnceKnown("signed");
        examples.is(PROJECT, signed);
        examples.send("createProjectRelation", id);
        examples.is(ACTION, cycle.action());
        examples.send("signGrant", signed);
        eventually(() ->
                AUDITOR.get("/v1/projects/" + signed).text("/grant/status").equals("BOOKED"));
        eventually(() -> AUDITOR.get("/v1/projects/" + signed).text("/status").equals("IMPLEMENTATION"));
        examples.send("moveProject", signed);
    }

    /** What a partner wants to change of a public project that its organisation leads. */
    private static String pendingVersion() {
        if (AUDITOR.get("/v1/organisations?reference=IOM").body().path("items").isEmpty()) {
            PROGRAMME_OFFICER
                    .post("/v1/organisations", "{\"reference\": \"IOM\", \"names\": {\"en\": \"Migration\"}}")
                    .expect(201);
        }
        String led = PROGRAMME_OFFICER
                .post("/v1/projects", """
                        {"reference": "LED-%s", "title": {"en": "Led by a partner"},
                         "organisations": [{"organisationReference": "IOM", "role": "LEAD"}]}
                        """.formatted(UUID.randomUUID()))
                .expect(201)
                .id();
        PROGRAMME_OFFICER.post("/v1/projects/" + led + "/publish", "{}").expect(200);
        return Api.as("partner-a")
                .patch("/v1/projects/" + led, "{\"summary\": {\"en\": \"In short\"}}", "*")
                .expect(202)
                .id();
    }

    private void money() {
        Cycle cycle = Cycle.adopted("2000000.00");
        cycle.appropriate("PAYMENT", 2011, "400000.00");
        examples.is(ACTION, cycle.action());
        examples.is(PROJECT, known(cycle.projectOnceKnown("committed")));
        String commitment = examples.send("createCommitment").id();
        examples.is(COMMITMENT, commitment);
        examples.is(PROJECT, known(cycle.project("batch")));
        examples.is("DCI-MIGR 2010/258-367", "BATCH-" + commitment);
        examples.send("rejectMovementRequest", examples.send("bookMovements").id());
        Cycle.confirm(
                Api.as("finance-officer-b"), examples.send("bookMovements").id());
        examples.is(PROJECT, known(cycle.project("past")));
        examples.is("HC TI-MOLDOVA-2009", "PAST-" + commitment);
        Cycle.confirm(
                Api.as("archivist-b"),
                examples.send("enterHistoricalCommitments").id());
        examples.send("rejectPayment", examples.send("requestPayment").id());
        String payment = examples.send("requestPayment").id();
        AUTHORISING_OFFICER.post("/v1/payments/" + payment + "/authorise", "{}").expect(200);
        examples.send("executePayment", payment);
        examples.send("decommitCommitment", commitment);
        reversal();
    }

    private void delegation() {
        String id = examples.send("createDelegation").id();
        AUTHORISING_OFFICER.post("/v1/delegations/" + id + "/confirm", "{}").expect(200);
    }

    private static String known(String project) {
        Cycle.awaitBooks(project);
        return project;
    }

    private void reversal() {
        Cycle cycle = Cycle.adopted("50000.00");
        String project = cycle.projectOnceKnown("reversed");
        cycle.signGrant(project, "50000.00");
        eventually(() -> AUDITOR.get("/v1/projects/" + project).text("/status").equals("IMPLEMENTATION"));
        String movement = AUDITOR.get("/v1/movements?commitment=" + cycle.commitmentOf(project))
                .expect(200)
                .text("/items/0/id");
        examples.send("reverseMovement", movement);
    }
}
