package org.isthmus.kit.report;

import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.isthmus.kit.lists.AsOf;
import org.isthmus.kit.values.Money;

/**
 * A report as a table that stands alone: a line for each row and currency, one for each reason why something is not
 * attributed, and the total, which the other lines add up to. Amounts are numbers; what is unknown is empty.
 */
final class ReportCsv {

    private static final CsvMapper CSV = new CsvMapper();

    private final Breakdown asked;
    private final Totals totals;
    private final String things;
    private final List<Measure> amounts;
    private final List<List<String>> lines = new ArrayList<>();

    private ReportCsv(Breakdown asked, Totals totals, String things) {
        this.asked = asked;
        this.totals = totals;
        this.things = things;
        this.amounts = asked.measures().stream()
                .filter(measure -> !measure.name().equals(things))
                .toList();
    }

    /** @param things what is counted, such as entries */
    static String of(Breakdown asked, Totals totals, String things) {
        return new ReportCsv(asked, totals, things).text();
    }

    private String text() {
        List<String> header = new ArrayList<>(List.of("row"));
        asked.dimensions().forEach(dimension -> header.add(dimension.name()));
        header.addAll(List.of("reason", "currency"));
        amounts.forEach(measure -> header.add(measure.name()));
        header.addAll(List.of("upTo", things, "asOf", "scope"));
        lines.add(header);
        totals.rows().forEach((key, figures) -> add("ROW", key, "", figures));
        totals.reasons().forEach((reason, figures) -> add("NOT_ATTRIBUTED", nothing(), reason, figures));
        add("TOTAL", nothing(), "", totals.total());
        try (StringWriter text = new StringWriter();
                SequenceWriter writer = CSV.writerFor(String[].class)
                        .with(CsvSchema.emptySchema().withLineSeparator("\r\n"))
                        .writeValues(text)) {
            for (List<String> line : lines) {
                writer.write(line.toArray(String[]::new));
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> nothing() {
        return asked.dimensions().stream().map(dimension -> "").toList();
    }

    /** What is counted stands on the first of its lines only, so that the column adds up. */
    private void add(String row, List<String> key, String reason, Figures figures) {
        long number = figures.things();
        for (String currency : currencies(figures)) {
            List<String> line = new ArrayList<>(List.of(row));
            line.addAll(key);
            line.addAll(List.of(reason, currency));
            amounts.forEach(measure -> line.add(currency.isEmpty() ? "" : amount(figures, measure, currency)));
            line.add(Optional.ofNullable(figures.upTo().get(currency))
                    .filter(amount -> amount.signum() > 0)
                    .map(BigDecimal::toPlainString)
                    .orElse(""));
            line.add(String.valueOf(number));
            number = 0;
            AsOf asOf = totals.asOf();
            line.add(asOf.effectiveOn() == null ? asOf.at().toString() : String.valueOf(asOf.effectiveOn()));
            line.add(totals.scope());
            lines.add(line);
        }
    }

    private Collection<String> currencies(Figures figures) {
        Collection<String> all = totals.total().currencies();
        if (all.size() < 2) {
            return List.of(
                    all.isEmpty()
                            ? asked.currency().orElse("EUR")
                            : all.iterator().next());
        }
        List<String> own = all.stream()
                .filter(currency -> figures.currencies().contains(currency)
                        || figures.upTo().containsKey(currency))
                .toList();
        return own.isEmpty() ? List.of("") : own;
    }

    private static String amount(Figures figures, Measure measure, String currency) {
        return figures.amount(measure, currency)
                .map(Money::amount)
                .map(BigDecimal::toPlainString)
                .orElse("");
    }
}
