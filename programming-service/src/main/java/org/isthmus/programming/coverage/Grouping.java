package org.isthmus.programming.coverage;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isthmus.kit.money.Money;
import org.isthmus.programming.coverage.TotalsView.Sum;
import org.isthmus.programming.figures.Share;
import org.jspecify.annotations.Nullable;

/**
 * Adds up coverage by dimensions.
 *
 * <p>An amount is split by the shares that the plan gives, by the largest remainder, so that no cent is lost. Where
 * several countries or strands have no shares, nobody knows whose it is: it is not attributed.
 */
final class Grouping {

    static final List<String> DIMENSIONS =
            List.of("programme", "workProgramme", "year", "action", "strand", "country", "region");
    static final List<String> MEASURES =
            List.of("indicative", "allocated", "committed", "decommitted", "paid", "recovered", "outstanding");

    private final List<String> groupBy;
    private final Map<String, List<String>> filters;
    private final Map<List<String>, Bucket> rows = new TreeMap<>(Grouping::compare);
    private final Bucket notAttributed = new Bucket();
    private final Bucket total = new Bucket();

    /** The filters are those that the actions passed: each row's link repeats them. */
    Grouping(List<String> groupBy, Map<String, List<String>> filters) {
        this.groupBy = groupBy;
        this.filters = filters;
    }

    /** All measures but what is outstanding, which follows from them, in each row as in the total. */
    private static final class Bucket {
        private final List<Money> sums =
                new ArrayList<>(Collections.nCopies(MEASURES.size() - 1, Money.zero(Money.EUR)));
        private final Set<UUID> actions = new HashSet<>();

        void add(UUID action, List<Money> amounts) {
            actions.add(action);
            for (int i = 0; i < sums.size(); i++) {
                sums.set(i, sums.get(i).plus(amounts.get(i)));
            }
        }
    }

    void add(CoverageView action) {
        List<Money> amounts = List.of(
                action.indicative(),
                action.allocated(),
                action.committed(),
                action.decommitted(),
                action.paid(),
                action.recovered());
        total.add(action.id(), amounts);
        spread(amounts, List.of(), action);
    }

    private void spread(List<Money> amounts, List<String> key, CoverageView action) {
        if (key.size() == groupBy.size()) {
            rows.computeIfAbsent(key, any -> new Bucket()).add(action.id(), amounts);
            return;
        }
        Optional<List<Share>> parts = parts(groupBy.get(key.size()), action);
        if (parts.isEmpty()) {
            notAttributed.add(action.id(), amounts);
            return;
        }
        List<List<Money>> split =
                amounts.stream().map(amount -> split(amount, parts.get())).toList();
        for (int i = 0; i < parts.get().size(); i++) {
            int part = i;
            List<String> longer = new ArrayList<>(key);
            longer.add(parts.get().get(i).code());
            spread(split.stream().map(each -> each.get(part)).toList(), longer, action);
        }
    }

    private static List<Money> split(Money amount, List<Share> parts) {
        return parts.size() == 1
                ? List.of(amount)
                : amount.split(parts.stream()
                        .map(part -> Optional.ofNullable(part.share()).orElseThrow())
                        .toList());
    }

    /** The groups of a dimension that an action falls into; empty where that can't be told. */
    private static Optional<List<Share>> parts(String dimension, CoverageView action) {
        return switch (dimension) {
            case "programme" -> one(action.programme());
            case "workProgramme" -> one(action.workProgramme().reference());
            case "year" -> one(Integer.toString(action.year()));
            case "action" -> one(action.reference());
            case "strand" -> known(action.strands());
            case "country" -> known(action.countries());
            case "region" -> action.regions().size() == 1 ? one(action.regions().getFirst()) : Optional.empty();
            default -> throw new IllegalArgumentException(dimension);
        };
    }

    private static Optional<List<Share>> one(String value) {
        return Optional.of(List.of(Share.of(value)));
    }

    private static Optional<List<Share>> known(List<Share> shares) {
        boolean known = shares.size() == 1 || shares.stream().allMatch(share -> share.share() != null);
        return shares.isEmpty() || !known ? Optional.empty() : Optional.of(shares);
    }

    TotalsView view() {
        List<Sum> sums = rows.entrySet().stream()
                .map(row -> sum(keyed(row.getKey()), row.getValue()))
                .toList();
        return new TotalsView(MEASURES, groupBy, "EUR", "ACTION", sums, sum(null, notAttributed), sum(null, total));
    }

    private Map<String, String> keyed(List<String> values) {
        Map<String, String> key = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            key.put(groupBy.get(i), values.get(i));
        }
        return key;
    }

    private Sum sum(@Nullable Map<String, String> key, Bucket bucket) {
        List<String> amounts =
                bucket.sums.stream().map(sum -> sum.amount().toPlainString()).toList();
        Money outstanding = bucket.sums.get(2).minus(bucket.sums.get(3)).minus(bucket.sums.get(4));
        return new Sum(
                key,
                bucket.actions.size(),
                amounts.get(0),
                amounts.get(1),
                amounts.get(2),
                amounts.get(3),
                amounts.get(4),
                amounts.get(5),
                outstanding.amount().toPlainString(),
                key == null ? null : link(key));
    }

    private String link(Map<String, String> key) {
        Stream<String> group = key.entrySet().stream()
                .map(part -> parameter(part.getKey().equals("action") ? "reference" : part.getKey(), part.getValue()));
        Stream<String> within = filters.entrySet().stream()
                .filter(filter -> !key.containsKey(filter.getKey()))
                .flatMap(filter -> filter.getValue().stream().map(value -> parameter(filter.getKey(), value)));
        return Stream.concat(group, within).collect(Collectors.joining("&", "/v1/coverage?", ""));
    }

    private static String parameter(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static int compare(List<String> one, List<String> other) {
        for (int i = 0; i < one.size(); i++) {
            int order = one.get(i).compareTo(other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
