package org.isthmus.funding.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.isthmus.funding.booking.Booking;
import org.isthmus.funding.booking.Decision;
import org.isthmus.kit.events.Outbox;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.values.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random postings, alone and in batches, against an oracle that is a map; the seed of a failing run is its name. */
@QuarkusTest
class LedgerPropertyTest {

    private static final int STEPS = 60;

    @Inject
    Ledger ledger;

    @Inject
    Booking booking;

    @Inject
    Outbox outbox;

    @Inject
    AgroalDataSource database;

    static LongStream seeds() {
        Long given = Long.getLong("seed");
        return given != null ? LongStream.of(given) : LongStream.range(0, 12).map(n -> 8_191 * n + 17);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theBooksAreWhatTheOracleSays(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<AccountKey> accounts = accounts();
        Map<AccountKey, BigDecimal> oracle = new HashMap<>();
        Map<AccountKey, Integer> versions = new HashMap<>();

        for (int step = 0; step < STEPS; step++) {
            List<Wish> wishes = new ArrayList<>();
            for (int i = random.nextInt(1, 6); i > 0; i--) {
                wishes.add(new Wish(legs(random, accounts), outbox));
            }
            List<Booking.Outcome<Object>> outcomes =
                    QuarkusTransaction.requiringNew().call(() -> booking.bookWhatIsAllowed(wishes));
            for (int i = 0; i < wishes.size(); i++) {
                boolean allowed = isAllowed(oracle, wishes.get(i).legs());
                assertThat(outcomes.get(i).booked() != null)
                        .as("seed %d, step %d: %s", seed, step, wishes.get(i))
                        .isEqualTo(allowed);
                if (allowed) {
                    apply(oracle, versions, wishes.get(i).legs());
                }
            }
        }
        assertBooks(seed, accounts, oracle, versions);
    }

    /** Moves as it is told when nothing is overdrawn. */
    private record Wish(List<Leg> legs, Outbox outbox) implements Decision<Object> {

        @Override
        public List<AccountKey> accounts() {
            return legs.stream().map(Leg::account).toList();
        }

        @Override
        public LocalDate effectiveOn() {
            return LocalDate.of(2010, 1, 1);
        }

        @Override
        public @Nullable Posting decide(Books books, Faults faults) {
            books.refuseOverdrawn(legs, "", faults);
            return faults.isEmpty()
                    ? Posting.of(MovementType.APPROPRIATE, effectiveOn(), "random", "test", legs)
                    : null;
        }

        @Override
        public Object booked(Movement movement) {
            outbox.add(BareMovement.of(movement));
            return movement;
        }
    }

    private static List<AccountKey> accounts() {
        String line = "P" + UUID.randomUUID();
        List<AccountKey> accounts = new ArrayList<>();
        for (AccountKind kind : AccountKind.values()) {
            accounts.add(AccountKey.of(kind, line, 2010));
        }
        return accounts;
    }

    /** Two to four legs on accounts of their own that add up to zero. */
    private static List<Leg> legs(RandomGenerator random, List<AccountKey> accounts) {
        List<AccountKey> touched = new ArrayList<>(accounts);
        Collections.shuffle(touched, Random.from(random));
        if (random.nextInt(3) > 0) {
            touched.remove(accounts.getFirst());
            touched.addFirst(accounts.getFirst());
        }
        List<Leg> legs = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            // odd cents, so that no amount and no sum of the first three is zero
            BigDecimal amount = BigDecimal.valueOf(random.nextLong(-5_000, 20_000) * 8 + 1, 2);
            legs.add(Leg.of(touched.get(i), Money.euros(amount)));
            sum = sum.add(amount);
        }
        legs.add(Leg.of(touched.getFirst(), Money.euros(sum.negate())));
        return legs;
    }

    private static boolean isAllowed(Map<AccountKey, BigDecimal> oracle, List<Leg> legs) {
        Map<AccountKey, BigDecimal> after = new HashMap<>(oracle);
        legs.forEach(leg -> after.merge(leg.account(), leg.amount().amount(), BigDecimal::add));
        return after.entrySet().stream()
                .allMatch(account -> account.getKey().kind() == AccountKind.SOURCE
                        || account.getValue().signum() >= 0);
    }

    private static void apply(Map<AccountKey, BigDecimal> oracle, Map<AccountKey, Integer> versions, List<Leg> legs) {
        legs.forEach(leg -> {
            oracle.merge(leg.account(), leg.amount().amount(), BigDecimal::add);
            versions.merge(leg.account(), 1, Integer::sum);
        });
    }

    private void assertBooks(
            long seed,
            List<AccountKey> accounts,
            Map<AccountKey, BigDecimal> oracle,
            Map<AccountKey, Integer> versions) {
        Books books = QuarkusTransaction.requiringNew().call(() -> ledger.lock(accounts));
        BigDecimal sum = BigDecimal.ZERO;
        for (AccountKey account : accounts) {
            BigDecimal expected = oracle.getOrDefault(account, BigDecimal.ZERO);
            assertThat(books.balance(account).amount())
                    .as("seed %d, %s", seed, account)
                    .isEqualByComparingTo(expected);
            sum = sum.add(expected);
        }
        assertThat(sum).isEqualByComparingTo("0");
        accounts.forEach(account -> assertThat(gaplessVersions(account))
                .as("seed %d, %s", seed, account)
                .isEqualTo(versions.getOrDefault(account, 0)));
    }

    /** The number of entries when their versions are 1 to n and the last balance is the account's; else -1. */
    private int gaplessVersions(AccountKey account) {
        String sql = """
                select case when coalesce(max(e.account_version), 0) = count(e) and a.version = count(e)
                             and coalesce(sum(e.amount), 0) = a.balance
                             and coalesce((array_agg(e.balance_after order by e.account_version desc))[1], 0) = a.balance
                            then count(e) else -1 end
                  from account a left join entry e on e.account_id = a.id where a.key = ? group by a.id
                """;
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, account.text());
            ResultSet row = statement.executeQuery();
            return row.next() ? row.getInt(1) : 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
