package org.isthmus.funding.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import javax.sql.DataSource;
import org.isthmus.kit.values.Money;
import org.isthmus.testing.LargestRemainder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The one function of the database that cuts amounts, tried at random against what a cut must be. */
@QuarkusTest
class SplitToCentTest {

    private static final int TRIES = 400;

    @Inject
    DataSource database;

    @Test
    void noCentIsLostAndEachPartIsWithinOneOfItsShare() throws SQLException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        for (int i = 0; i < TRIES; i++) {
            List<BigDecimal> weights = weights(random);
            BigDecimal amount = BigDecimal.valueOf(random.nextLong(-10_000_000, 10_000_000), 2);

            List<BigDecimal> parts = split(amount, weights, null);

            assertThat(sum(parts)).isEqualByComparingTo(amount);
            for (int part = 0; part < parts.size(); part++) {
                BigDecimal exact = amount.multiply(weights.get(part)).movePointLeft(2);
                assertThat(parts.get(part).subtract(exact).abs()).isLessThan(new BigDecimal("0.01"));
            }
            assertThat(split(amount.negate(), weights, null))
                    .usingElementComparator(BigDecimal::compareTo)
                    .containsExactlyElementsOf(
                            parts.stream().map(BigDecimal::negate).toList());
            assertThat(parts)
                    .usingElementComparator(BigDecimal::compareTo)
                    .containsExactlyElementsOf(inJava(amount, weights));
        }
    }

    @Test
    void whatIsSpentStaysWithinWhatIsCommittedInEveryPartAndEndsThere() throws SQLException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(11);
        for (int i = 0; i < TRIES / 4; i++) {
            List<BigDecimal> weights = weights(random);
            long cents = random.nextLong(1, 2_000);
            List<BigDecimal> committed = split(BigDecimal.valueOf(cents, 2), weights, null);
            for (long spent = 0; spent < cents; spent += random.nextLong(1, 1 + cents / 4 + 1)) {
                List<BigDecimal> parts = split(BigDecimal.valueOf(spent, 2), weights, committed);
                assertThat(sum(parts)).isEqualByComparingTo(BigDecimal.valueOf(spent, 2));
                for (int part = 0; part < parts.size(); part++) {
                    assertThat(parts.get(part)).isBetween(BigDecimal.ZERO, committed.get(part));
                }
            }
            assertThat(split(BigDecimal.valueOf(cents, 2), weights, committed))
                    .usingElementComparator(BigDecimal::compareTo)
                    .containsExactlyElementsOf(committed);
        }
    }

    /** 1 to 12 shares with four decimals that are 100 together. */
    private static List<BigDecimal> weights(RandomGenerator random) {
        int number = random.nextInt(1, 13);
        List<BigDecimal> weights = new ArrayList<>();
        long left = 1_000_000;
        for (int i = 1; i < number; i++) {
            long share = random.nextLong(1, Math.max(2, 2 * left / (number - i + 1)));
            share = Math.min(share, left - (number - i));
            weights.add(BigDecimal.valueOf(share, 4));
            left -= share;
        }
        weights.add(BigDecimal.valueOf(left, 4));
        return weights;
    }

    private static List<BigDecimal> inJava(BigDecimal amount, List<BigDecimal> weights) {
        return LargestRemainder.split(Money.euros(amount), weights).stream()
                .map(Money::amount)
                .toList();
    }

    private static BigDecimal sum(List<BigDecimal> parts) {
        return parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<BigDecimal> split(BigDecimal amount, List<BigDecimal> weights, @Nullable List<BigDecimal> limits)
            throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select split_to_cent(?, ?, cast(? as numeric[]))")) {
            statement.setBigDecimal(1, amount);
            statement.setArray(2, connection.createArrayOf("numeric", weights.toArray()));
            Array limit = limits == null ? null : connection.createArrayOf("numeric", limits.toArray());
            statement.setArray(3, limit);
            ResultSet row = statement.executeQuery();
            row.next();
            return Arrays.asList((BigDecimal[]) row.getArray(1).getArray());
        }
    }
}
