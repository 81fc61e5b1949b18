package org.isthmus.kit.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.report.Attribution.Line;
import org.isthmus.kit.report.Attribution.RunningYears;
import org.isthmus.kit.values.Money;
import org.isthmus.kit.values.PrintedShares;
import org.jspecify.annotations.Nullable;

/** To what the money of each project and action belongs: copies of what owners tell, now and at every earlier time. */
@ApplicationScoped
public class Attributions {

    private final DataSource database;
    private final Clock clock;

    Attributions(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What the owner tells of a subject.
     *
     * @param umbrella whose contribution contains the one told here
     */
    public record Told(
            UUID subject,
            String reference,
            boolean published,
            @Nullable String programme,
            @Nullable UUID umbrella,
            @Nullable Money contribution,
            Attribution attribution) {}

    /** An owner that tells none: all of it belongs to nothing that is known. */
    public static Attribution orNone(@Nullable Attribution told) {
        return told == null ? new Attribution(null, null, null, null, null) : told;
    }

    /** Writes what differs from what is known already; the earlier stays readable as of its time. */
    public void learn(Told told) {
        learn(told, clock.instant());
    }

    /** The same, known from a time on that is just past. */
    public void learn(Told told, Instant from) {
        Instant now = from.truncatedTo(ChronoUnit.MICROS);
        learnSubject(told, now);
        Map<String, List<Line>> lines = new LinkedHashMap<>();
        String programme = told.programme();
        String reason = programme == null ? "no programme" : null;
        lines.put("PROGRAMME", List.of(new Line(PrintedShares.WHOLE, programme, reason, null, null)));
        lines.put("STRAND", told.attribution().strandLines());
        lines.put("PLACE", told.attribution().placeLinesOfAllTimes());
        learn(told.subject(), lines, now);
    }

    /** It is hidden from all but officials, in the past too. */
    public void hide(UUID subject) {
        show(subject, false);
    }

    private void show(UUID subject, boolean isPublished) {
        Query.of(
                        "update attributed_subject set published = not published where subject = ? and published <> ?",
                        subject,
                        isPublished)
                .execute(database);
    }

    private void learnSubject(Told told, Instant now) {
        show(told.subject(), told.published());
        Money contribution = told.contribution();
        BigDecimal amount = contribution == null ? null : contribution.amount();
        String currency = contribution == null ? null : contribution.currency().getCurrencyCode();
        RunningYears years = told.attribution().years();
        List<@Nullable Object> row = new ArrayList<>();
        row.add(told.reference());
        row.add(told.umbrella());
        row.add(amount);
        row.add(currency);
        row.add(years == null ? null : years.first());
        row.add(years == null ? null : years.last());
        row.add(years != null && years.runsOn());
        row.add(told.attribution().reasonOfYears());
        // one that is told without a change keeps its row
        String columns = "reference, umbrella, contribution, currency, first_year, last_year, runs_on, year_reason";
        String values =
                "cast(? as text), cast(? as uuid), cast(? as numeric(19, 4)), cast(? as varchar(3)), cast(? as int),"
                        + " cast(? as int), cast(? as boolean), cast(? as text)";
        Query.of(
                        "update attributed_subject set recorded_to = ? where subject = ? and recorded_to is null and (%s)"
                                        .formatted(columns)
                                + " is distinct from (",
                        now,
                        told.subject())
                .add(values + ")", row.toArray())
                .execute(database);
        Query.of(
                        "insert into attributed_subject (subject, published, recorded_from, %s) select ?, ?, ?, "
                                .formatted(columns),
                        told.subject(),
                        told.published(),
                        now)
                .add(values, row.toArray())
                .add(
                        " where not exists (select from attributed_subject where subject = ? and recorded_to is null)",
                        told.subject())
                .execute(database);
    }

    private void learn(UUID subject, Map<String, List<Line>> lines, Instant now) {
        Map<String, List<Line>> known = known(subject);
        List<String> changed = new ArrayList<>();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        lines.forEach((dimension, told) -> {
            if (!told.equals(known.get(dimension))) {
                changed.add(dimension);
                told.forEach(line -> rows.add(row(subject, dimension, rows.size(), line, now)));
            }
        });
        if (changed.isEmpty()) {
            return;
        }
        Query.of("""
                update attributed_share set recorded_to = ?
                 where subject = ? and dimension = any (?) and recorded_to is null
                """, now, subject, changed).execute(database);
        Query.batch(database, """
                insert into attributed_share
                    (subject, dimension, line, share, code, reason, region, region_reason, valid_from, valid_to,
                     recorded_from)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, rows);
    }

    private static List<@Nullable Object> row(UUID subject, String dimension, int at, Line line, Instant now) {
        List<@Nullable Object> row = new ArrayList<>(List.of(subject, dimension, at, line.share()));
        row.add(line.code());
        row.add(line.reason());
        row.add(line.region());
        row.add(line.regionReason());
        row.add(line.from());
        row.add(line.to());
        row.add(now);
        return row;
    }

    private Map<String, List<Line>> known(UUID subject) {
        Map<String, List<Line>> known = new HashMap<>();
        Query.of("""
                select dimension, share, code, reason, region, region_reason, valid_from, valid_to
                  from attributed_share where subject = ? and recorded_to is null order by dimension, line
                """, subject)
                .list(
                        database,
                        row -> known.computeIfAbsent(row.text("dimension"), any -> new ArrayList<>())
                                .add(new Line(
                                        row.decimal("share"),
                                        row.findText("code"),
                                        row.findText("reason"),
                                        row.findText("region"),
                                        row.findText("region_reason"),
                                        row.findDay("valid_from"),
                                        row.findDay("valid_to"))));
        return known;
    }
}
