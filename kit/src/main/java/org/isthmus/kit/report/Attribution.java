package org.isthmus.kit.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.values.PrintedShares;
import org.jspecify.annotations.Nullable;

/**
 * Which shares of its money belong to which strands, countries and regions, as the owner of a project or an action tells
 * it; nobody infers it again. What is missing to 100 in a list belongs to nothing, for the reason told.
 */
@Schema(name = "Attribution", description = "Which shares of its money belong to what; told by its owner.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Attribution(
        @Nullable List<Part> strands,
        @Nullable List<Part> countries,
        @Nullable List<Part> regions,
        @Nullable RunningYears years,
        @Nullable Map<String, String> notAttributed,

        @Nullable @Schema(description = "What held before countries joined or left.")
        List<Earlier> earlier) {

    public Attribution(
            @Nullable List<Part> strands,
            @Nullable List<Part> countries,
            @Nullable List<Part> regions,
            @Nullable RunningYears years,
            @Nullable Map<String, String> notAttributed) {
        this(strands, countries, regions, years, notAttributed, null);
    }

    /**
     * To which countries and regions it belonged until a day, before countries joined or left. Each holds from the day
     * after the one before; after the last of them holds what the attribution itself says.
     */
    @Schema(
            name = "EarlierAttribution",
            description =
                    "Its countries and regions until a day, before countries joined or left; each from the day after"
                            + " the one before, the first from the beginning.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Earlier(
            @Schema(required = true, description = "The last day on which they hold.")
            LocalDate until,

            @Nullable List<Part> countries,
            @Nullable List<Part> regions,
            @Nullable Map<String, String> notAttributed) {

        private List<Line> placeLines(@Nullable LocalDate from) {
            return new Attribution(null, countries, regions, null, notAttributed)
                    .placeLines().stream().map(line -> line.during(from, until)).toList();
        }
    }

    /** The calendar years in which a project ran; the first has its money, unless {@code notAttributed} says why none has. */
    @Schema(name = "RunningYears", description = "The calendar years in which it ran, from the first to the last.")
    public record RunningYears(
            @Schema(
                    required = true,
                    examples = "2011",
                    description = "In which it began, and to which its money counts.")
            int first,

            @Schema(required = true, examples = "2014", description = "Known so far, where it runs on.")
            int last,

            @Schema(required = true, description = "Whether each year that begins is one more.")
            boolean runsOn) {}

    /** A share in per cent with four decimals; a country says its region, where it has one. */
    @Schema(name = "AttributedPart", description = "A share of the money, in per cent with four decimals.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Part(
            @Schema(required = true) String code,
            @Schema(required = true, examples = "60.0000") String share,
            @Nullable String region) {

        public Part(String code, BigDecimal share, @Nullable String region) {
            this(code, share.setScale(4).toPlainString(), region);
        }

        BigDecimal percent() {
            return new BigDecimal(share);
        }
    }

    /** One line of the whole: what has this share, or why nothing has, and from when until when if not at all times. */
    record Line(
            BigDecimal share,
            @Nullable String code,
            @Nullable String reason,
            @Nullable String region,
            @Nullable String regionReason,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        Line(
                BigDecimal share,
                @Nullable String code,
                @Nullable String reason,
                @Nullable String region,
                @Nullable String regionReason) {
            this(share, code, reason, region, regionReason, null, null);
        }

        private Line during(@Nullable LocalDate first, @Nullable LocalDate last) {
            return new Line(share, code, reason, region, regionReason, first, last);
        }
    }

    /** The same, with what held before countries joined or left; the days ascend. */
    public Attribution after(List<Earlier> others) {
        return new Attribution(strands, countries, regions, years, notAttributed, nullIfEmpty(others));
    }

    /** Its countries and regions, as far as they hold no longer than until a day. */
    public Earlier until(LocalDate day) {
        return new Earlier(day, countries, regions, notAttributed);
    }

    /** As an owner tells it: regions summed over their countries, and a reason only where something is missing to 100. */
    public Attribution told() {
        Map<String, BigDecimal> inRegions = new LinkedHashMap<>();
        orEmpty(regions).forEach(region -> inRegions.put(region.code(), region.percent()));
        if (inRegions.isEmpty()) {
            for (Part country : orEmpty(countries)) {
                if (country.region() != null) {
                    inRegions.merge(country.region(), country.percent(), BigDecimal::add);
                }
            }
        }
        List<Part> summed = inRegions.entrySet().stream()
                .map(region -> new Part(region.getKey(), region.getValue(), null))
                .toList();
        Map<String, String> missing = new LinkedHashMap<>();
        noteMissing(missing, "strands", strands, "no strand");
        noteMissing(missing, "countries", countries, "no country");
        noteMissing(missing, "regions", summed, "no region");
        return new Attribution(
                nullIfEmpty(strands),
                nullIfEmpty(countries),
                nullIfEmpty(summed),
                years,
                missing.isEmpty() ? null : missing,
                earlier);
    }

    /**
     * The same of a project that ran in these years.
     *
     * @param ran null where none is known
     * @param reason why no year has its money; null where the first has
     */
    public Attribution in(@Nullable RunningYears ran, @Nullable String reason) {
        Map<String, String> missing = new LinkedHashMap<>(notAttributed == null ? Map.of() : notAttributed);
        if (reason != null) {
            missing.put("years", reason);
        }
        return new Attribution(strands, countries, regions, ran, missing.isEmpty() ? null : missing, earlier);
    }

    /** Why no year has the money; null where the first has. */
    @Nullable
    String reasonOfYears() {
        return years == null || notAttributed != null && notAttributed.containsKey("years")
                ? reason("years", "year unknown")
                : null;
    }

    private void noteMissing(Map<String, String> missing, String list, @Nullable List<Part> parts, String otherwise) {
        BigDecimal sum = orEmpty(parts).stream().map(Part::percent).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(PrintedShares.WHOLE) < 0) {
            missing.put(list, reason(list, otherwise));
        }
    }

    private static <T> @Nullable List<T> nullIfEmpty(@Nullable List<T> parts) {
        return orEmpty(parts).isEmpty() ? null : parts;
    }

    List<Line> strandLines() {
        List<Line> lines = new ArrayList<>();
        BigDecimal left = PrintedShares.WHOLE;
        for (Part part : orEmpty(strands)) {
            lines.add(new Line(part.percent(), part.code(), null, null, null));
            left = left.subtract(part.percent());
        }
        return closed(lines, left, new Line(left, null, reason("strands", "no strand"), null, null));
    }

    /** Those of each time; at any one they make the whole. */
    List<Line> placeLinesOfAllTimes() {
        List<Line> lines = new ArrayList<>();
        LocalDate from = null;
        for (Earlier each : orEmpty(earlier)) {
            lines.addAll(each.placeLines(from));
            from = each.until().plusDays(1);
        }
        for (Line line : placeLines()) {
            lines.add(line.during(from, null));
        }
        return lines;
    }

    /** Countries stand in their regions; of a region stands alone what no country of it has. */
    private List<Line> placeLines() {
        List<Line> lines = new ArrayList<>();
        Map<String, BigDecimal> inRegions = new LinkedHashMap<>();
        orEmpty(regions).forEach(region -> inRegions.put(region.code(), region.percent()));
        BigDecimal left = PrintedShares.WHOLE;
        for (Part country : orEmpty(countries)) {
            String region = country.region();
            lines.add(new Line(
                    country.percent(),
                    country.code(),
                    null,
                    region,
                    region == null ? reason("regions", "region unknown") : null));
            left = left.subtract(country.percent());
            if (region != null) {
                inRegions.computeIfPresent(region, (code, share) -> share.subtract(country.percent()));
            }
        }
        String reason = reason("countries", "no country");
        for (Map.Entry<String, BigDecimal> region : inRegions.entrySet()) {
            BigDecimal share = region.getValue().min(left);
            if (share.signum() > 0) {
                lines.add(new Line(share, null, reason, region.getKey(), null));
                left = left.subtract(share);
            }
        }
        return closed(lines, left, new Line(left, null, reason, null, reason("regions", "no region")));
    }

    private static List<Line> closed(List<Line> lines, BigDecimal left, Line rest) {
        if (left.signum() < 0) {
            throw new IllegalArgumentException("Shares add up to more than the whole");
        }
        if (left.signum() > 0) {
            lines.add(rest);
        }
        return lines;
    }

    private String reason(String list, String otherwise) {
        return notAttributed == null ? otherwise : notAttributed.getOrDefault(list, otherwise);
    }

    private static <T> List<T> orEmpty(@Nullable List<T> parts) {
        return parts == null ? List.of() : parts;
    }
}
