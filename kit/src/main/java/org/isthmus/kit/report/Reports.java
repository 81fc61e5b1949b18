package org.isthmus.kit.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isthmus.kit.access.Audience;
import org.isthmus.kit.access.BoundedReads;
import org.isthmus.kit.access.RowFilter;
import org.isthmus.kit.lists.AsOf;
import org.isthmus.kit.lists.Asked;
import org.isthmus.kit.lists.Format;
import org.isthmus.kit.lists.KnownValues;
import org.isthmus.kit.lists.Parameters;
import org.isthmus.kit.lists.Past;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.query.Row;

/**
 * Answers every report of every room the same way: reads what is asked, adds up the parts in one statement on one state of
 * them, however many rows it has, and says for whom and as of when.
 *
 * <p>Parts are a {@code with} clause whose last query is named {@code part}. It has the columns {@code thing} (what is
 * counted), {@code measure}, {@code currency}, {@code amount}, {@code up_to}, and for each dimension its key and its
 * reason. A part without a measure counts its thing only.
 */
@ApplicationScoped
public class Reports {

    private static final String POSITION = "position_of_stream";
    private static final String UNKNOWN = "unknown_values";

    private final DataSource database;
    private final ObjectMapper json;
    private final Audience audience;
    private final BoundedReads reads;
    private final Clock clock;
    private final ZoneId zone;
    private final UriInfo uri;
    private final HttpHeaders headers;

    Reports(
            DataSource database,
            ObjectMapper json,
            Audience audience,
            BoundedReads reads,
            Clock clock,
            @ConfigProperty(name = "isthmus.zone") ZoneId zone,
            UriInfo uri,
            HttpHeaders headers) {
        this.database = database;
        this.json = json;
        this.audience = audience;
        this.reads = reads;
        this.clock = clock;
        this.zone = zone;
        this.uri = uri;
        this.headers = headers;
    }

    /** What a request to a path asks of a report. */
    public Breakdown asked(Declaration report, Parameters parameters) {
        return asked(report, parameters.read(uri.getQueryParameters()));
    }

    public Breakdown asked(Declaration report, Asked asked) {
        return Breakdown.of(report, asked, clock, zone);
    }

    /** What the caller sees of a table with a column {@code visible}. */
    public RowFilter rows(String owners) {
        return audience.rows(owners);
    }

    /**
     * Adds the parts up.
     *
     * @param owners whose own things a partner sees besides, as {@link Audience#rows} takes it
     * @param numbers whole numbers beside the sums, as scalar expressions by their names
     */
    public Totals addUp(Breakdown asked, Query parts, String owners, Map<String, Query> numbers) {
        if (asked.asked().isFaulty()) {
            KnownValues.refuse(asked.asked(), audience.rows(owners), database, json);
        }
        Map<String, Query> all = new LinkedHashMap<>(numbers);
        all.put(POSITION, AsOf.position(asked.recordedBy(), audience.isOfficial()));
        all.put(UNKNOWN, KnownValues.unknown(asked.asked(), audience.rows(owners)));
        Sums sums = new Sums();
        reads
                .sum(() -> ReportSql.of(asked, parts, all).list(database, row -> {
                    sums.add(row, asked.dimensions().size(), numbers.keySet());
                    return row.text(POSITION);
                }))
                .stream()
                .findFirst()
                .ifPresent(sums::at);
        KnownValues.note(asked.asked(), sums.unknown, json);
        asked.asked().refuseIfFaulty();
        sums.keep(asked.counted());
        return sums.totals(audience.extent(owners), AsOf.of(sums.position, past(asked), clock.instant(), null));
    }

    /** The effective day that is asked for, by its end; what is asked without one is counted by today. */
    public LocalDate day(Breakdown asked) {
        return Objects.requireNonNullElseGet(asked.effectiveOn(), () -> LocalDate.ofInstant(clock.instant(), zone));
    }

    /** The day on which was known what is asked for. */
    public LocalDate knownOn(Breakdown asked) {
        return LocalDate.ofInstant(Objects.requireNonNullElseGet(asked.recordedBy(), clock::instant), zone);
    }

    private Past past(Breakdown asked) {
        return asked.report().isEffective() && asked.effectiveOn() == null ? new Past(day(asked), null) : asked.past();
    }

    /**
     * As JSON, or as a table that stands alone.
     *
     * @param things what is counted, such as entries
     */
    public Response answer(Breakdown asked, Totals totals, String things, BiFunction<Breakdown, Totals, Object> view) {
        String given = asked.asked().one(Declaration.FORMAT, String.class).orElse(null);
        if (Format.of(given, headers, List.of(Format.JSON, Format.CSV)) == Format.CSV) {
            String mark = asked.asked().flag(Declaration.BYTE_ORDER_MARK) ? "\ufeff" : "";
            return Format.CSV.file(mark + ReportCsv.of(asked, totals, things), uri.getPath());
        }
        return Response.ok(view.apply(asked, totals), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    /** The rows of the statement, sorted out. */
    private static final class Sums {

        private final Map<List<String>, Figures> rows = new LinkedHashMap<>();
        private final Map<String, Figures> reasons = new LinkedHashMap<>();
        private final Figures notAttributed = new Figures();
        private final Figures total = new Figures();
        private final Map<String, Long> numbers = new LinkedHashMap<>();
        private String position = "p0";
        private String unknown = "null";

        void at(String streamPosition) {
            position = streamPosition;
        }

        void add(Row row, int dimensions, Iterable<String> names) {
            unknown = Objects.requireNonNullElse(row.findText(UNKNOWN), "null");
            names.forEach(name -> numbers.put(name, row.number(name)));
            if (row.flag("is_total")) {
                add(row, total);
            } else if (row.flag("is_sum")) {
                if (!row.flag("attributed")) {
                    add(row, notAttributed);
                }
            } else if (row.flag("attributed")) {
                add(row, rows.computeIfAbsent(key(row, dimensions), any -> new Figures()));
            } else {
                add(row, reasons.computeIfAbsent(row.text("why"), any -> new Figures()));
            }
        }

        private static void add(Row row, Figures figures) {
            if (row.flag("is_count")) {
                figures.count(row.number("things"));
                return;
            }
            String currency = row.findText("currency");
            if (currency == null) {
                return;
            }
            String measure = row.findText("measure");
            var amount = row.findDecimal("amount");
            if (measure != null && amount != null) {
                figures.add(currency, measure, amount);
            }
            var upTo = row.findDecimal("up_to");
            if (upTo != null) {
                figures.addUpTo(currency, upTo);
            }
        }

        private static List<String> key(Row row, int dimensions) {
            List<String> key = new ArrayList<>();
            for (int i = 0; i < dimensions; i++) {
                key.add(row.text("k" + i));
            }
            return key;
        }

        /** What was read only to know what is unknown makes no row. */
        void keep(Set<String> counted) {
            rows.values().removeIf(figures -> !figures.hasAny(counted));
            reasons.values().removeIf(figures -> !figures.hasAny(counted));
        }

        Totals totals(String scope, AsOf asOf) {
            return new Totals(rows, reasons, notAttributed, total, numbers, scope, asOf);
        }
    }
}
