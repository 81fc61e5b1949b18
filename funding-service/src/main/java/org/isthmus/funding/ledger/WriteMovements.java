package org.isthmus.funding.ledger;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.isthmus.kit.http.Json;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.values.Money;
import org.jspecify.annotations.Nullable;

/** One statement that writes movements and their entries, in their order, and reads the balances after each. */
final class WriteMovements {

    private static final String WRITE = """
            with booked as (
                insert into movement (id, type, dated, effective_first, effective_on, recorded_at, reason, booked_by,
                                      corrects, historical, source)
                select id, type, dated, effective_first, effective_on, ?, reason, booked_by, corrects, historical,
                       source::jsonb
                  from unnest(?::uuid[], ?::text[], ?::text[], ?::date[], ?::date[], ?::text[], ?::text[], ?::uuid[],
                              ?::bool[], ?::text[]) with ordinality
                       as m (id, type, dated, effective_first, effective_on, reason, booked_by, corrects,
                             historical, source, n)
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
    private final ObjectMapper json;

    WriteMovements(Books books, List<Posting> postings, Instant now, ObjectMapper json) {
        this.books = books;
        this.postings = postings;
        this.now = now;
        this.json = json;
    }

    private record Line(Posting posting, int number, Leg leg) {}

    private record After(long position, BigDecimal balance) {}

    List<Movement> run(DataSource database) {
        List<Line> lines = new ArrayList<>();
        for (Posting posting : postings) {
            for (int i = 0; i < posting.legs().size(); i++) {
                lines.add(new Line(posting, i + 1, posting.legs().get(i)));
            }
        }
        Map<String, After> after = new HashMap<>();
        query(lines)
                .list(
                        database,
                        row -> Map.entry(
                                row.text("movement_id") + row.integer("line"),
                                new After(row.number("position"), row.decimal("balance_after"))))
                .forEach(written -> after.put(written.getKey(), written.getValue()));
        return postings.stream().map(posting -> movement(posting, after)).toList();
    }

    private Query query(List<Line> lines) {
        return Query.of(
                WRITE,
                now.atOffset(ZoneOffset.UTC),
                each(Posting::id),
                each(Posting::type),
                each(Posting::written),
                each(Posting::effectiveFirst),
                each(Posting::effectiveOn),
                each(Posting::reason),
                each(Posting::by),
                each(Posting::corrects),
                each(Posting::historical),
                each(posting -> posting.source() == null ? null : Json.write(json, posting.source())),
                lines.stream().map(line -> line.posting().id()).toList(),
                lines.stream().map(Line::number).toList(),
                lines.stream().map(line -> accountOf(line.leg())).toList(),
                lines.stream().map(line -> line.leg().amount().amount()).toList(),
                lines.stream()
                        .<@Nullable EntryMeasure>map(line -> line.leg().measure())
                        .toList());
    }

    private List<? extends @Nullable Object> each(Function<Posting, ? extends @Nullable Object> value) {
        return postings.stream().map(value).toList();
    }

    private UUID accountOf(Leg leg) {
        return requireNonNull(books.id(leg.account()));
    }

    private Movement movement(Posting posting, Map<String, After> after) {
        List<Movement.Entry> entries = new ArrayList<>();
        long position = 0;
        for (int i = 0; i < posting.legs().size(); i++) {
            Leg leg = posting.legs().get(i);
            After written = requireNonNull(after.get(posting.id().toString() + (i + 1)));
            position = written.position();
            UUID account = accountOf(leg);
            entries.add(new Movement.Entry(
                    Movement.AccountName.of(account, leg.account()),
                    leg.amount().amount().toPlainString(),
                    "EUR",
                    Money.euros(written.balance()).amount().toPlainString(),
                    leg.measure()));
        }
        return new Movement(
                posting.id(),
                posting.type(),
                posting.dated(),
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
