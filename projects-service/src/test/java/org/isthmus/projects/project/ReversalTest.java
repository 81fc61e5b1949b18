package org.isthmus.projects.project;

import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.isthmus.projects.World.project;
import static org.isthmus.projects.project.Books.BOOKED;
import static org.isthmus.projects.project.Books.CHANGED;
import static org.isthmus.projects.project.Books.awaitCommitted;
import static org.isthmus.projects.project.Books.awaitMember;
import static org.isthmus.projects.project.Books.awaitStatus;
import static org.isthmus.projects.project.Books.historical;
import static org.isthmus.projects.project.Books.reversed;
import static org.isthmus.projects.project.Books.sign;
import static org.isthmus.projects.project.Books.state;
import static org.isthmus.testing.TestClient.unique;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.isthmus.projects.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a project makes of it when the books undo its grant. */
@QuarkusTest
class ReversalTest {

    @Inject
    @Any
    InMemoryConnector kafka;

    @BeforeEach
    void learn() {
        World.learn(kafka);
    }

    @Test
    void aReversedGrantLeadsBackToThePipelineOnceHoweverOftenItIsTold() {
        String id = project(unique("reversed"));
        String reference = "G-" + id;
        UUID commitment = UUID.randomUUID();
        UUID event = UUID.randomUUID();
        sign(id, reference);
        tell(BOOKED, id, state(commitment, 1, reference, id, "250000.00", "0.00"));
        awaitStatus(id, "IMPLEMENTATION");

        books().tell(event, CHANGED, id, 2, reversed(commitment, 2, reference, id));
        books().tell(event, CHANGED, id, 2, reversed(commitment, 2, reference, id));
        tell(CHANGED, id, reversed(commitment, 2, reference, id));
        tell(BOOKED, id, state(commitment, 1, reference, id, "250000.00", "0.00"));
        books().settle();

        awaitCommitted(id, "0.00")
                .body("status", is("PIPELINE"))
                .body("grant.status", is("REFUSED"))
                .body("grant.code", is("commitment-reversed"))
                .body("grant.reason", is("The books reversed commitment " + reference))
                .body("history.to", is(List.of("IMPLEMENTATION", "PIPELINE")))
                .body("history[1].from", is("IMPLEMENTATION"))
                .body("history[1].date", is("2012-03-31"))
                .body("history[1].reason", is("The books reversed commitment " + reference))
                .body("version", is(4));
    }

    @Test
    void aNewSignatureIsNotUndoneByTheOldReversal() {
        String id = project(unique("resigned"));
        UUID commitment = UUID.randomUUID();
        sign(id, "G-" + id);
        tell(CHANGED, id, reversed(commitment, 2, "G-" + id, id));
        awaitMember(id, "grant.status", "REFUSED");
        sign(id, "G-" + id).statusCode(202);

        tell(CHANGED, id, reversed(commitment, 2, "G-" + id, id));
        books().settle();

        awaitCommitted(id, "0.00").body("grant.status", is("SIGNED"));
    }

    @Test
    void aReversalWithoutItsBookingDoesNotBeginTheProject() {
        String id = project(unique("unbooked"));
        UUID commitment = UUID.randomUUID();
        sign(id, "G-" + id);

        tell(CHANGED, id, reversed(commitment, 2, "G-" + id, id));
        tell(BOOKED, id, state(commitment, 1, "G-" + id, id, "250000.00", "0.00"));
        books().settle();

        awaitCommitted(id, "0.00")
                .body("status", is("PIPELINE"))
                .body("grant.status", is("REFUSED"))
                .body("history.size()", is(0));
    }

    @Test
    void aProjectThatMoneyWasPaidOnStaysAndSaysSo() {
        String id = project(unique("paid"));
        UUID commitment = UUID.randomUUID();
        sign(id, "G-" + id);
        tell(BOOKED, id, state(commitment, 1, "G-" + id, id, "250000.00", "0.00"));
        tell(BOOKED, id, state(UUID.randomUUID(), 2, "H", id, "1000.00", "400.00"));
        awaitCommitted(id, "251000.00");

        tell(CHANGED, id, reversed(commitment, 2, "G-" + id, id));

        awaitMember(id, "grant.status", "REFUSED")
                .body("status", is("IMPLEMENTATION"))
                .body(
                        "grant.reason",
                        is("The books reversed commitment G-%s; the project stays in IMPLEMENTATION".formatted(id)));
    }

    @Test
    void aReversedCommitmentOfThePastLeadsBackToThePipeline() {
        String id = project(unique("misread"));
        UUID commitment = UUID.randomUUID();
        tell(BOOKED, id, historical(commitment, 1, "H-" + id, id, "2000.00"));
        awaitStatus(id, "UNKNOWN");

        tell(CHANGED, id, historical(commitment, 2, "H-" + id, id, "0.00"));

        awaitStatus(id, "PIPELINE")
                .body("history[1].reason", is("The books reversed commitment H-" + id))
                .body("money.committed", is("0.00"))
                .body("money.paid", is("0.00"))
                .body("money.paymentsUnknown", nullValue())
                .body("money.historical", is(false));
    }

    @Test
    void whileTheBooksHoldOtherMoneyItStaysOutOfThePipeline() {
        String id = project(unique("two"));
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        tell(BOOKED, id, state(first, 1, "C1-" + id, id, "1000.00", "0.00"));
        tell(BOOKED, id, state(second, 1, "C2-" + id, id, "500.00", "0.00"));
        awaitCommitted(id, "1500.00");

        tell(CHANGED, id, reversed(first, 2, "C1-" + id, id));
        awaitCommitted(id, "500.00").body("status", is("IMPLEMENTATION"));
        tell(CHANGED, id, reversed(second, 2, "C2-" + id, id));

        awaitStatus(id, "PIPELINE").body("action", nullValue()).body("contribution", nullValue());
    }

    private void tell(String type, String project, String payload) {
        books().tell(UUID.randomUUID(), type, project, 1, payload);
    }

    private Books books() {
        return new Books(kafka);
    }
}
