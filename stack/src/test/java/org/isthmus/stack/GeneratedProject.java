package org.isthmus.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One of the generated projects. Amounts are whole euros; a contribution of 0 stands for one that nobody knows. */
final class GeneratedProject {

    /** Tenths of the whole; 0 where no source gives it. */
    record Share(String code, int tenths) {}

    /** What the books hold for it: nothing, money of the past dated by a day, a year or not at all, or a grant. */
    enum Booked {
        NOTHING,
        ON_A_DAY,
        IN_A_YEAR,
        UNDATED,
        GRANT;

        boolean isOfThePast() {
            return this == ON_A_DAY || this == IN_A_YEAR || this == UNDATED;
        }
    }

    final String reference;
    final @Nullable GeneratedProject umbrella;
    final long amount;
    final List<GeneratedProject> parts = new ArrayList<>();
    List<Share> countries;
    final List<Share> strands;
    String id = "";
    Booked booked = Booked.NOTHING;

    /** Of a grant; what is paid and given back of it, in quarters. */
    int paidQuarters;

    int givenBackQuarters;

    GeneratedProject(
            String reference,
            @Nullable GeneratedProject umbrella,
            long amount,
            List<Share> countries,
            List<Share> strands) {
        this.reference = reference;
        this.umbrella = umbrella;
        this.amount = amount;
        this.countries = countries;
        this.strands = strands;
        if (umbrella != null) {
            umbrella.parts.add(this);
        }
    }

    /** What is its own, beside what its parts know. */
    long remainder() {
        return amount - parts.stream().mapToLong(part -> part.amount).sum();
    }

    GeneratedProject root() {
        GeneratedProject root = this;
        while (root.umbrella != null) {
            root = root.umbrella;
        }
        return root;
    }

    /** Whether the money that the books hold for it counts in the grant of its umbrella. */
    boolean isIncluded() {
        return umbrella != null && root().booked == Booked.GRANT;
    }

    /** Of several strands without shares the first is the main one, and has all. */
    List<Share> strandsWithMoney() {
        return strands.stream().allMatch(share -> share.tenths() == 0)
                ? strands.stream()
                        .limit(1)
                        .map(share -> new Share(share.code(), 10))
                        .toList()
                : strands;
    }

    String json(@Nullable String action) {
        String contribution = amount == 0 ? "" : """
                "contribution": {"label": "EC contribution", "figures": [{"amount": {"amount": "%d.00", "currency": "EUR"},
                  "current": true, "source": {"document": "Generated"}}]},
                """.formatted(amount);
        String actionId = action == null ? "" : "\"actionId\": \"%s\",".formatted(action);
        return """
                {"reference": "%1$s", "title": {"en": "%1$s"}, "programmeCode": "THEMATIC-MIGR", %2$s %3$s
                 "countries": %4$s, "strands": %5$s,
                 "regions": [], "organisations": [], "objectives": [], "results": [], "sources": [{"document": "Generated"}]}
                """.formatted(reference, contribution, actionId, countriesJson(), shares(strands, ""));
    }

    String countriesJson() {
        return shares(countries, ", \"role\": \"BENEFICIARY\"");
    }

    /** In cents, as the API writes it. */
    static String euros(long cents) {
        return String.format(Locale.ROOT, "%d.%02d", cents / 100, cents % 100);
    }

    private static String shares(List<Share> shares, String more) {
        return shares.stream()
                .map(share -> "{\"code\": \"%s\"%s%s}"
                        .formatted(
                                share.code(),
                                share.tenths() == 0 ? "" : ", \"share\": \"%d.0000\"".formatted(10 * share.tenths()),
                                more))
                .toList()
                .toString();
    }
}
