package org.isthmus.funding.journal;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isthmus.funding.Scene;
import org.isthmus.testing.TestClient;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SealedMovementsTest {

    @Inject
    @Any
    InMemoryConnector kafka;

    @Inject
    AgroalDataSource database;

    @Inject
    @ConfigProperty(name = "DB_URL")
    String url;

    @Test
    void bothLegsOfAMovementThatAreChangedAlikeShow() throws SQLException {
        UUID action = Scene.allocated(kafka, Scene.line(2010, "500.00"), 2010, "200.00");
        Scene.committed(action, UUID.randomUUID(), "120.00", "2010-12-01");
        await().until(() -> count("select count(*) from movement m"
                        + " where not exists (select from movement_sealed s where s.position = m.position)")
                == 0);
        verified().body("intact", is(true)).body("seals", greaterThan(0));

        String last = "(select id from movement where position = (select max(position) from movement_sealed))";
        asOwner("update entry set amount = amount * 2 where movement_id = " + last);
        verified().body("intact", is(false)).body("firstBroken", equalTo(lastSeal()));

        asOwner("update entry set amount = amount / 2 where movement_id = " + last);
        verified().body("intact", is(true));
        given().get("/v1/movements/verification").then().statusCode(401);
    }

    private static io.restassured.response.ValidatableResponse verified() {
        return TestClient.as("auditor").get("/v1/movements/verification").then().statusCode(200);
    }

    private int lastSeal() throws SQLException {
        return count("select max(number) from movement_seal");
    }

    private int count(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }

    /** The owner can switch off what keeps the books; the seals still show it. */
    private void asOwner(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "service_owner", "owner");
                Statement statement = connection.createStatement()) {
            statement.execute("alter table entry disable trigger entry_append_only");
            statement.execute(sql);
            statement.execute("alter table entry enable trigger entry_append_only");
        }
    }
}
