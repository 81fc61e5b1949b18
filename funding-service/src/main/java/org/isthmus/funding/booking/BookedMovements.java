package org.isthmus.funding.booking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.isthmus.funding.ledger.AccountKey;
import org.isthmus.funding.ledger.AccountKind;
import org.isthmus.funding.ledger.EntryMeasure;
import org.isthmus.funding.ledger.Leg;
import org.isthmus.funding.ledger.Movement;
import org.isthmus.funding.ledger.MovementType;
import org.isthmus.funding.ledger.Owner;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.query.Row;
import org.isthmus.kit.values.Money;
import org.isthmus.kit.values.PartialDate;
import org.isthmus.kit.values.Source;
import org.jspecify.annotations.Nullable;

/** Movements that were booked, read back with the accounts that they touched. */
@ApplicationScoped
class BookedMovements {

    private static final String FIND = """
            select m.id as movement_id, m.type, m.dated, m.recorded_at, m.position,
                   m.reason, m.booked_by, m.corrects, m.historical, m.source,
                   e.amount, e.measure, e.balance_after, a.id as account_id, a.kind, a.budget_line, a.year, a.owner,
                   a.label, a.action_id, a.project_id, a.commitment_id
              from movement m join entry e on e.movement_id = m.id join account a on a.id = e.account_id
             where m.id = ? order by e.line
            """;

    private final AgroalDataSource database;
    private final ObjectMapper json;

    BookedMovements(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** A movement and the legs that it had. */
    record BookedMovement(Movement movement, List<Leg> legs) {}

    private record Line(Head head, Leg leg, Movement.Entry entry) {}

    private record Head(
            UUID id,
            MovementType type,
            @Nullable PartialDate dated,
            Instant recordedAt,
            long position,
            String reason,
            String by,
            @Nullable UUID corrects,
            boolean historical,
            @Nullable Source source) {}

    Optional<BookedMovement> find(UUID id) {
        List<Line> lines = Query.of(FIND, id).list(database, this::line);
        return lines.isEmpty() ? Optional.empty() : Optional.of(movement(lines));
    }

    Optional<UUID> reversalOf(UUID id) {
        return Query.of("select id from movement where corrects = ?", id).first(database, row -> row.uuid("id"));
    }

    /** What took of the money that a movement brought and was not undone, the latest first, in words. */
    List<String> drawingOn(Movement movement) {
        return Query.of("""
                        select distinct m.position, m.type || ' ' || m.id || coalesce(' of ' || m.dated, '') as words
                          from entry e join movement m on m.id = e.movement_id
                         where e.account_id in (select account_id from entry where movement_id = ? and amount > 0)
                           and e.amount < 0 and m.position > ? and m.type <> 'REVERSE'
                           and not exists (select from movement r where r.corrects = m.id)
                         order by m.position desc limit 10
                        """, movement.id(), movement.position()).list(database, row -> row.text("words"));
    }

    private static BookedMovement movement(List<Line> lines) {
        Head head = lines.getFirst().head();
        Movement movement = new Movement(
                head.id(),
                head.type(),
                head.dated(),
                head.recordedAt(),
                head.position(),
                head.reason(),
                head.by(),
                head.corrects(),
                head.historical(),
                head.source(),
                lines.stream().map(Line::entry).toList());
        return new BookedMovement(movement, lines.stream().map(Line::leg).toList());
    }

    private Line line(Row row) {
        Leg leg = new Leg(account(row), Money.euros(row.decimal("amount")), measure(row.findText("measure")));
        Movement.Entry entry = new Movement.Entry(
                Movement.AccountName.of(row.uuid("account_id"), leg.account()),
                leg.amount().amount().toPlainString(),
                "EUR",
                Money.euros(row.decimal("balance_after")).amount().toPlainString(),
                leg.measure());
        return new Line(head(row), leg, entry);
    }

    private Head head(Row row) {
        return new Head(
                row.uuid("movement_id"),
                MovementType.valueOf(row.text("type")),
                dated(row.findText("dated")),
                row.instant("recorded_at"),
                row.number("position"),
                row.text("reason"),
                row.text("booked_by"),
                row.findUuid("corrects"),
                row.flag("historical"),
                source(row.findText("source")));
    }

    private static @Nullable PartialDate dated(@Nullable String written) {
        return written == null ? null : PartialDate.parse(written);
    }

    private @Nullable Source source(@Nullable String written) {
        try {
            return written == null ? null : json.readValue(written, Source.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("cannot read a source", e);
        }
    }

    private static AccountKey account(Row row) {
        UUID owner = row.findUuid("owner");
        AccountKind kind = AccountKind.valueOf(row.text("kind"));
        String line = row.text("budget_line");
        Integer year = row.findInteger("year");
        return owner == null
                ? AccountKey.of(kind, line, year)
                : AccountKey.of(
                        kind,
                        line,
                        year,
                        new Owner(
                                owner,
                                row.text("label"),
                                row.findUuid("action_id"),
                                row.findUuid("project_id"),
                                row.findUuid("commitment_id")));
    }

    private static @Nullable EntryMeasure measure(@Nullable String measure) {
        return measure == null ? null : EntryMeasure.valueOf(measure);
    }
}
