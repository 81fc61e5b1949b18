package org.isthmus.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isthmus.stack.Cycle.ACCOUNTING_OFFICER;
import static org.isthmus.stack.Cycle.AUDITOR;
import static org.isthmus.stack.Cycle.AUTHORISING_OFFICER;
import static org.isthmus.stack.Cycle.FINANCE_OFFICER;
import static org.isthmus.stack.Cycle.PROGRAMME_OFFICER;
import static org.isthmus.stack.Cycle.eventually;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From a draft to the last euro paid, through the gateway, over the broker; and what is refused on the way. */
@ExtendWith(Isthmus.class)
class StorySystemTest {

    @Test
    void fromTheDraftToTheMoneyPaid() {
        Cycle cycle = Cycle.drafted("2000000.00");
        cycle.appropriate("PAYMENT", 2011, "700000.00");

        cycle.adopt();
        String project = cycle.projectOnceKnown("A");
        cycle.signGrant(project, "1500000.00");
        eventually(() -> AUDITOR.get("/v1/projects/" + project).text("/status").equals("IMPLEMENTATION"));
        cycle.pay(cycle.commitmentOf(project), "700000.00");

        eventually(
                () -> AUDITOR.get("/v1/projects/" + project).text("/money/paid").equals("700000.00"));
        Api.Answer seen = AUDITOR.get("/v1/projects/" + project);
        assertThat(seen.text("/money/committed")).isEqualTo("1500000.00");
        assertThat(seen.text("/money/outstanding")).isEqualTo("800000.00");
        assertThat(seen.text("/grant/status")).isEqualTo("BOOKED");
        eventually(() -> coverage(cycle, "/paid").equals("700000.00"));
        assertThat(coverage(cycle, "/indicative")).isEqualTo("2000000.00");
        assertThat(coverage(cycle, "/allocated")).isEqualTo("2000000.00");
        assertThat(coverage(cycle, "/committed")).isEqualTo("1500000.00");
        assertThat(coverage(cycle, "/outstanding")).isEqualTo("800000.00");
    }

    @Test
    void aDecommitmentAndAReversalReachTheProjectAndTheAction() {
        Cycle cycle = Cycle.adopted("100000.00");
        String project = cycle.projectOnceKnown("A");
        cycle.signGrant(project, "60000.00");
        eventually(() -> AUDITOR.get("/v1/projects/" + project).text("/status").equals("IMPLEMENTATION"));

        String movement = FINANCE_OFFICER
                .post("/v1/commitments/" + cycle.commitmentOf(project) + "/decommit", """
                        {"amount": {"amount": "10000.00", "currency": "EUR"}, "effectiveOn": "2012-05-01", "reason": "Less was spent"}
                        """)
                .expect(200)
                .text("/movement/id");
        eventually(() -> AUDITOR.get("/v1/projects/" + project)
                .text("/money/outstanding")
                .equals("50000.00"));
        eventually(() -> coverage(cycle, "/decommitted").equals("10000.00"));

        AUTHORISING_OFFICER
                .post(
                        "/v1/movements/" + movement + "/reverse",
                        "{\"reason\": \"Wrong project\", \"effectiveOn\": \"2012-06-01\"}")
                .expect(201);
        eventually(() -> AUDITOR.get("/v1/projects/" + project)
                .text("/money/outstanding")
                .equals("60000.00"));
        eventually(() -> coverage(cycle, "/outstanding").equals("60000.00"));
    }

    @Test
    void aGrantBeyondTheAllocationIsRefusedAndTheProjectSaysWhy() {
        Cycle cycle = Cycle.adopted("50000.00");
        String project = cycle.projectOnceKnown("A");

        cycle.signGrant(project, "50000.01");

        eventually(() ->
                AUDITOR.get("/v1/projects/" + project).text("/grant/status").equals("REFUSED"));
        Api.Answer seen = AUDITOR.get("/v1/projects/" + project);
        assertThat(seen.text("/status")).isEqualTo("PIPELINE");
        assertThat(seen.text("/grant/reason")).contains("50");
        assertThat(coverage(cycle, "/committed")).isEqualTo("0.00");
    }

    @Test
    void anIncompleteWorkProgrammeIsNotAdoptedAndAllOfItIsNamed() {
        Cycle cycle = Cycle.drafted("40000.00");
        String path = "/v1/work-programmes/" + cycle.workProgramme();
        Api.Answer draft = PROGRAMME_OFFICER.get(path).expect(200);
        String incomplete = cycle.workProgrammeJson("40000.00")
                .replace("{\"en\": \"Staff stays\"}", "")
                .replace("{\"en\": \"Manage mobility\"}", "");
        PROGRAMME_OFFICER.put(path, incomplete, draft.etag()).expect(200);

        PROGRAMME_OFFICER.put(path, incomplete, draft.etag()).expect(412);
        cycle.submit();
        Api.Answer refused = AUTHORISING_OFFICER
                .post(path + "/adopt", "{\"financingDecision\": \"C(2010) 1\", \"date\": \"2010-11-30\"}")
                .expect(409);

        assertThat(refused.text("/code")).isEqualTo("work-programme-incomplete");
        assertThat(refused.body().path("errors").findValuesAsText("pointer"))
                .contains("/actions/0/expectedResults", "/actions/0/objectives");
    }

    @Test
    void theSameKeyBooksOnceAndAnotherBodyIsRefused() {
        Cycle cycle = Cycle.adopted("30000.00");
        String key = UUID.randomUUID().toString();
        String project = cycle.projectOnceKnown("A");
        String path = "/v1/projects/" + project + "/sign-grant";

        AUTHORISING_OFFICER.post(path, cycle.grant(project, "10000.00"), key).expect(202);
        AUTHORISING_OFFICER.post(path, cycle.grant(project, "10000.00"), key).expect(202);
        AUTHORISING_OFFICER.post(path, cycle.grant(project, "20000.00"), key).expect(422);

        eventually(() -> AUDITOR.get("/v1/projects/" + project).text("/status").equals("IMPLEMENTATION"));
        assertThat(AUDITOR.get("/v1/commitments?total=true&projectId=" + project)
                        .text("/total"))
                .isEqualTo("1");
    }

    @Test
    void nobodyDoesWhatIsNotTheirs() {
        Cycle cycle = Cycle.drafted("20000.00");
        String path = "/v1/work-programmes/" + cycle.workProgramme();

        Api.anonymous().post(path + "/submit", "{}").expect(401);
        FINANCE_OFFICER.post(path + "/submit", "{}").expect(403);
        Api.as("portal").post("/v1/payments", "{}").expect(403);
        Api.anonymous().get(path).expect(404);
        AUDITOR.post("/v1/organisations", "{}").expect(403);
    }

    @Test
    void nobodyAuthorisesTheirOwnRequest() {
        Cycle cycle = Cycle.adopted("20000.00");
        cycle.appropriate("PAYMENT", 2011, "5000.00");
        String project = cycle.projectOnceKnown("A");
        cycle.signGrant(project, "20000.00");
        eventually(() -> AUDITOR.get("/v1/projects/" + project).text("/status").equals("IMPLEMENTATION"));
        String payment = cycle.request(cycle.commitmentOf(project), "5000.00");

        FINANCE_OFFICER.post("/v1/payments/" + payment + "/authorise", "{}").expect(403);
        ACCOUNTING_OFFICER
                .post("/v1/payments/" + payment + "/execute", "{\"executedOn\": \"2011-03-01\"}")
                .expect(409);
    }

    private static String coverage(Cycle cycle, String measure) {
        return AUDITOR.get("/v1/coverage/" + cycle.action()).expect(200).text(measure + "/amount");
    }
}
