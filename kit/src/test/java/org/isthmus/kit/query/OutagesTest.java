package org.isthmus.kit.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "08001", "53300", "57P01", "57P03", "40001", "40P01", "55P03"})
    void whatTheDatabaseHindersIsAnOutage(String state) {
        assertThat(Outages.isOutage(new RuntimeException(new SQLException("away", state))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "23514", "22001", "42P01"})
    void whatTheDatabaseRefusesIsNone(String state) {
        assertThat(Outages.isOutage(new RuntimeException(new SQLException("refused", state))))
                .isFalse();
    }

    @Test
    void poolsAndPersistenceUnitsThatEndedAreOutages() {
        assertThat(Outages.isOutage(new SQLException("Acquisition timeout while waiting for new connection")))
                .isTrue();
        assertThat(Outages.isOutage(new IllegalStateException("EntityManagerFactory is closed")))
                .isTrue();
        assertThat(Outages.isOutage(new IllegalStateException("version 2 says something else")))
                .isFalse();
    }
}
