package org.isthmus.kit.report;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.isthmus.kit.http.InvalidRequest;
import org.isthmus.kit.rules.Fault;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a report; what is wrong with them is told at once, with what is allowed. */
final class ReportParameters {

    private static final int MOST_VALUES = 200;

    private final Declaration report;
    private final Map<String, List<String>> asked;
    private final Clock clock;
    private final ZoneId zone;
    private final List<Fault> faults = new ArrayList<>();

    ReportParameters(Declaration report, Map<String, List<String>> asked, Clock clock, ZoneId zone) {
        this.report = report;
        this.asked = asked;
        this.clock = clock;
        this.zone = zone;
    }

    Breakdown read() {
        asked.keySet().stream()
                .filter(name -> !report.parameters().contains(name))
                .forEach(name -> fault(
                        name,
                        "unknown-parameter",
                        "There is no parameter '%s' here. There are %s."
                                .formatted(Filter.shown(name), String.join(", ", report.parameters()))));
        List<Dimension> dimensions = named(
                Declaration.GROUP_BY, report::dimension, "unknown-dimension", report.dimensions(), Dimension::name);
        if (dimensions.size() > report.mostDimensions()) {
            fault(
                    Declaration.GROUP_BY,
                    "too-many",
                    "At most %d dimensions at once.".formatted(report.mostDimensions()));
        }
        List<Measure> measures =
                named(Declaration.MEASURES, report::measure, "unknown-measure", report.measures(), Measure::name);
        Map<String, List<String>> filters = filters();
        Instant recorded = end(Declaration.RECORDED_AS_OF);
        Instant effective = end(Declaration.AS_OF);
        Optional<String> currency = currency();
        if (!faults.isEmpty()) {
            throw InvalidRequest.of(faults);
        }
        Instant day = effective == null ? recorded : effective;
        return new Breakdown(
                report,
                dimensions.isEmpty()
                        ? List.of(report.dimension(report.groupedBy()).orElseThrow())
                        : dimensions,
                measures.isEmpty()
                        ? report.measures()
                        : report.measures().stream().filter(measures::contains).toList(),
                filters,
                day == null ? null : LocalDate.ofInstant(day, zone),
                recorded,
                currency);
    }

    private <T> List<T> named(
            String parameter, Function<String, Optional<T>> find, String code, List<T> all, Function<T, String> name) {
        List<T> found = new ArrayList<>();
        for (String given : asked.getOrDefault(parameter, List.of())) {
            for (String one : given.split(",", -1)) {
                Optional<T> named = find.apply(one);
                if (named.isEmpty() || found.contains(named.get())) {
                    fault(
                            parameter,
                            code,
                            "'%s' is none of %s, each once."
                                    .formatted(
                                            Filter.shown(one),
                                            String.join(
                                                    ", ", all.stream().map(name).toList())));
                } else {
                    found.add(named.get());
                }
            }
        }
        return found;
    }

    private Map<String, List<String>> filters() {
        Map<String, List<String>> filters = new LinkedHashMap<>();
        for (Filter filter : report.filters()) {
            List<String> values = asked.get(filter.name());
            if (values != null) {
                if (values.size() > MOST_VALUES) {
                    fault(filter.name(), "too-many", "At most %d values of one filter.".formatted(MOST_VALUES));
                }
                values.forEach(value -> filter.fault(value).ifPresent(detail -> fault(filter.name(), "form", detail)));
                filters.put(filter.name(), List.copyOf(values));
            }
        }
        return filters;
    }

    private Optional<String> currency() {
        return once(Declaration.CURRENCY).flatMap(code -> {
            boolean exists = Currency.getAvailableCurrencies().stream()
                    .anyMatch(currency -> currency.getCurrencyCode().equals(code));
            if (!exists) {
                fault(
                        Declaration.CURRENCY,
                        "form",
                        "'%s' is no ISO 4217 code such as EUR.".formatted(Filter.shown(code)));
            }
            return exists ? Optional.of(code) : Optional.empty();
        });
    }

    private Optional<String> once(String name) {
        List<String> given = asked.getOrDefault(name, List.of());
        if (given.size() > 1) {
            fault(name, "repeated", "It is given once, not %d times.".formatted(given.size()));
        }
        return given.stream().findFirst();
    }

    /** A day means its end in the installation's zone. */
    private @Nullable Instant end(String name) {
        String text = once(name).orElse(null);
        if (text == null) {
            return null;
        }
        try {
            Instant now = clock.instant();
            if (name.equals(Declaration.RECORDED_AS_OF) && text.contains("T")) {
                Instant instant = Instant.parse(text);
                refuseFuture(name, text, !instant.isAfter(now));
                return sane(instant);
            }
            LocalDate day = LocalDate.parse(text);
            refuseFuture(name, text, !day.isAfter(LocalDate.ofInstant(now, zone)));
            return sane(day.plusDays(1).atStartOfDay(zone).toInstant()).minus(1, ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            fault(
                    name,
                    "form",
                    "'%s' is no day such as 2012-12-31%s."
                            .formatted(
                                    Filter.shown(text),
                                    name.equals(Declaration.AS_OF)
                                            ? ""
                                            : " and no instant such as 2012-12-31T12:00:00Z"));
            return null;
        }
    }

    private void refuseFuture(String name, String text, boolean isPast) {
        if (!isPast) {
            fault(name, "future", "%s has not come yet in %s.".formatted(Filter.shown(text), zone));
        }
    }

    /** A database knows no year beyond a few thousands. */
    private static Instant sane(Instant instant) {
        if (instant.isBefore(Instant.parse("0001-01-02T00:00:00Z"))
                || instant.isAfter(Instant.parse("9999-12-30T00:00:00Z"))) {
            throw new DateTimeException("out of range");
        }
        return instant;
    }

    private void fault(String parameter, String code, String detail) {
        Fault fault = Fault.in(parameter, code, detail);
        if (!faults.contains(fault)) {
            faults.add(fault);
        }
    }
}
