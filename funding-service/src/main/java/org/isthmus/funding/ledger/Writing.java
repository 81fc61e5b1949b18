package org.isthmus.funding.ledger;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.isthmus.kit.money.Money;
import org.jspecify.annotations.Nullable;

/** One statement that writes movements and their entries, in their order, and reads the balances after each. */
final class Writing {

    private static final String WRITE = """
            with booked as (
                insert into movement (id, type, effective_on, effective_precision, recorded_at, reason, booked_by,
                                      corrects, historical, source)
                select id, type, effective_on, effective_precision, ?, reason, booked_by, corrects, historical,
                       source::jsonb
                  from unnest(?::uuid[], ?::text[], ?::date[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::bool[],
                              ?::text[]) with ordinality
                       as m (id, type, effective_on, effective_precision, reason, booked_by, corrects, historical,
                             source, n)
                 order by n
                returning id, position),
            written as (
                insert into entry (movement_id, line, account_id, amount, currency, measure)
                select movement_id, line, account_id, amount, 'EUR', measure
                  from unnest(?::uuid[], ?::int[], ?::uuid[], ?::numeric[], ?::text[]) with ordinality
                       as e (movement_id, line, account_id, amount, measure, n)
                 order by n
                returning movement_id, line, balance_after)
            select movement_id, line, position, balance_after from written join booked on booked.id = movement_id
            """;

    private final Books books;
    private final List<Posting> postings;
    private final Instant now;

    Writing(Books books, List<Posting> postings, Instant now) {
        this.books = books;
        this.postings = postings;
        this.now = now;
    }

    private record Line(Posting posting, int number, Leg leg) {}

    private record After(long position, BigDecimal balance) {}

    List<Movement> run(Connection connection) throws SQLException {
        List<Line> lines = new ArrayList<>();
        for (Posting posting : postings) {
            for (int i = 0; i < posting.legs().size(); i++) {
                lines.add(new Line(posting, i + 1, posting.legs().get(i)));
            }
        }
        Map<String, After> after = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(WRITE)) {
            bind(connection, statement, lines);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    after.put(row.getString(1) + row.getInt(2), new After(row.getLong(3), row.getBigDecimal(4)));
                }
            }
        }
        return postings.stream().map(posting -> movement(posting, after)).toList();
    }

    private void bind(Connection connection, PreparedStatement statement, List<Line> lines) throws SQLException {
        statement.setObject(1, now.atOffset(ZoneOffset.UTC));
        Sql.arrays(connection, statement, 2)
                .add("uuid", each().map(Posting::id))
                .add("text", each().map(posting -> posting.type().name()))
                .add("date", each().map(Posting::effectiveOn))
                .add("text", each().map(posting -> posting.precision().name()))
                .add("text", each().map(Posting::reason))
                .add("text", each().map(Posting::by))
                .add("uuid", each().map(Posting::corrects))
                .add("bool", each().map(Posting::historical))
                .add("text", each().map(posting -> SourceJson.write(posting.source())))
                .add("uuid", lines.stream().map(line -> line.posting().id()))
                .add("int4", lines.stream().map(Line::number))
                .add("uuid", lines.stream().map(line -> books.id(line.leg().account())))
                .add("numeric", lines.stream().map(line -> line.leg().amount().amount()))
                .add("text", lines.stream().map(line -> measure(line.leg())));
    }

    private Stream<Posting> each() {
        return postings.stream();
    }

    private static @Nullable String measure(Leg leg) {
        return leg.measure() == null ? null : leg.measure().name();
    }

    private Movement movement(Posting posting, Map<String, After> after) {
        List<Movement.Entry> entries = new ArrayList<>();
        long position = 0;
        for (int i = 0; i < posting.legs().size(); i++) {
            Leg leg = posting.legs().get(i);
            After written = requireNonNull(after.get(posting.id().toString() + (i + 1)));
            position = written.position();
            UUID account = requireNonNull(books.id(leg.account()));
            entries.add(new Movement.Entry(
                    Owners.name(account, leg.account()),
                    leg.amount().amount().toPlainString(),
                    "EUR",
                    Money.euros(written.balance()).amount().toPlainString(),
                    leg.measure()));
        }
        return new Movement(
                posting.id(),
                posting.type(),
                posting.effectiveOn(),
                posting.precision(),
                now,
                position,
                posting.reason(),
                posting.by(),
                posting.corrects(),
                posting.historical(),
                posting.source(),
                entries);
    }
}
