package org.isthmus.funding.ledger;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.isthmus.kit.money.Money;
import org.isthmus.kit.time.PartialDate.Precision;
import org.jspecify.annotations.Nullable;

/** Movements that were booked, read back with the accounts that they touched. */
@ApplicationScoped
class PastMovements {

    private static final String FIND = """
            select m.type, m.effective_on, m.effective_precision, m.recorded_at, m.position, m.reason, m.booked_by,
                   m.corrects, m.historical, m.source,
                   e.amount, e.measure, e.balance_after, a.id, a.kind, a.budget_line, a.year, a.owner, a.label,
                   a.action_id, a.project_id, a.commitment_id
              from movement m join entry e on e.movement_id = m.id join account a on a.id = e.account_id
             where m.id = ? order by e.line
            """;

    private final AgroalDataSource database;

    PastMovements(AgroalDataSource database) {
        this.database = database;
    }

    /** A movement and the legs that it had. */
    record Past(Movement movement, List<Leg> legs) {}

    Optional<Past> find(UUID id) {
        return Sql.call(database, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(FIND)) {
                statement.setObject(1, id);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? Optional.of(read(id, row)) : Optional.empty();
                }
            }
        });
    }

    Optional<UUID> reversalOf(UUID id) {
        return Sql.call(database, connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("select id from movement where corrects = ?")) {
                statement.setObject(1, id);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
                }
            }
        });
    }

    private static Past read(UUID id, ResultSet row) throws SQLException {
        MovementType type = MovementType.valueOf(row.getString(1));
        LocalDate effectiveOn = row.getObject(2, LocalDate.class);
        Precision precision = Precision.valueOf(row.getString(3));
        OffsetDateTime recordedAt = row.getObject(4, OffsetDateTime.class);
        long position = row.getLong(5);
        String reason = row.getString(6);
        String by = row.getString(7);
        UUID corrects = row.getObject(8, UUID.class);
        boolean historical = row.getBoolean(9);
        String source = row.getString(10);
        List<Leg> legs = new ArrayList<>();
        List<Movement.Entry> entries = new ArrayList<>();
        do {
            Leg leg = new Leg(account(row), Money.euros(row.getBigDecimal(11)), measure(row.getString(12)));
            legs.add(leg);
            entries.add(new Movement.Entry(
                    Owners.name(row.getObject(14, UUID.class), leg.account()),
                    leg.amount().amount().toPlainString(),
                    "EUR",
                    Money.euros(row.getBigDecimal(13)).amount().toPlainString(),
                    leg.measure()));
        } while (row.next());
        Movement movement = new Movement(
                id,
                type,
                effectiveOn,
                precision,
                recordedAt.toInstant(),
                position,
                reason,
                by,
                corrects,
                historical,
                SourceJson.read(source),
                entries);
        return new Past(movement, legs);
    }

    private static AccountKey account(ResultSet row) throws SQLException {
        UUID owner = row.getObject(18, UUID.class);
        AccountKind kind = AccountKind.valueOf(row.getString(15));
        String line = row.getString(16);
        Integer year = row.getObject(17, Integer.class);
        if (owner == null) {
            return AccountKey.of(kind, line, year);
        }
        return AccountKey.of(
                kind,
                line,
                year,
                new Owner(
                        owner,
                        row.getString(19),
                        row.getObject(20, UUID.class),
                        row.getObject(21, UUID.class),
                        row.getObject(22, UUID.class)));
    }

    private static @Nullable Measure measure(@Nullable String measure) {
        return measure == null ? null : Measure.valueOf(measure);
    }
}
