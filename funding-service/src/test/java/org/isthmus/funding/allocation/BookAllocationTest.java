package org.isthmus.funding.allocation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.isthmus.funding.Scene;
import org.isthmus.funding.booking.Booking;
import org.isthmus.funding.booking.Decision;
import org.isthmus.kit.rules.Fault;
import org.isthmus.kit.values.Money;
import org.junit.jupiter.api.Test;

/** An officer's request that waits while a work programme moves the same allocation. */
@QuarkusTest
class BookAllocationTest {

    @Inject
    @Any
    InMemoryConnector kafka;

    @Inject
    Allocate allocate;

    @Inject
    Booking booking;

    @Test
    void whatWasMovedMeanwhileIsNotBookedWhereItWas() {
        String line = Scene.line(2010, "1000.00");
        String other = Scene.line(2010, "1000.00");
        UUID programme = UUID.randomUUID();
        UUID action = UUID.randomUUID();
        Scene.adopt(kafka, programme, action, line, 2010, "300.00");
        Scene.awaitAllocation(action, "BOOKED");

        List<Fault> faults = QuarkusTransaction.requiringNew().call(() -> {
            Decision<AllocationView> prepared = allocate.decisions(
                            List.of(new NewAllocation(
                                    action, Money.euros("1.00"), LocalDate.of(2010, 12, 1), "Waits for the lock")),
                            "finance-officer")
                    .getFirst();
            Scene.workProgrammes(kafka)
                    .event(
                            Scene.AMENDED,
                            programme,
                            2,
                            Scene.workProgramme(programme, 2, action, other, 2010, "400.00"));
            await().until(() -> other.equals(
                    given().get("/v1/allocations?actionId=" + action).path("items[0].budgetLine.code")));
            return booking.bookWhatIsAllowed(List.of(prepared)).getFirst().faults();
        });

        assertThat(faults).extracting(Fault::code).containsExactly("changed-meanwhile");
    }
}
