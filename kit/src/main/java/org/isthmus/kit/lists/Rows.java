package org.isthmus.kit.lists;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.isthmus.kit.access.RowFilter;
import org.isthmus.kit.lists.ListOffer.Filter;
import org.isthmus.kit.lists.ListOffer.Range;
import org.isthmus.kit.lists.ListRequest.Order;
import org.isthmus.kit.lists.Parameter.Known;
import org.isthmus.kit.lists.SearchText.Question;
import org.isthmus.kit.query.Query;
import org.jspecify.annotations.Nullable;

/** The rows of a list that match: where they are read from, for whom, under which filters. */
record Rows<A>(
        ListRequest<A> request,
        RowFilter audience,
        Query condition,
        Query relation,
        Query prologue,
        boolean isApproximate) {

    Rows(ListRequest<A> request, RowFilter audience, Query condition, Query relation, Query prologue) {
        this(request, audience, condition, relation, prologue, false);
    }

    /** The same with words that may be written otherwise; empty where that finds no more. */
    Optional<Rows<A>> approximate() {
        Question asked = request.search();
        boolean isGuessed = asked != null && !asked.guessed().isEmpty();
        return isGuessed && request.past().recordedBy() == null && !isApproximate
                ? Optional.of(new Rows<>(request, audience, condition, relation, prologue, true))
                : Optional.empty();
    }

    /** What stands before a statement: the room's own, and what a search found. */
    Query with(Query found) {
        Query all = new Query().add(prologue);
        if (!found.toString().isEmpty()) {
            all.add(prologue.toString().isEmpty() ? "with " : ", ").add(found);
        }
        return all.add(" ");
    }

    private static final String MATCHES = "search @@ to_tsquery('simple', ?)";

    /** Who may see a row that stood before is decided by the present one. */
    RowFilter readers() {
        return request.past().recordedBy() == null || request.table().history().isEmpty()
                ? audience
                : audience.inPast(request.table().relation());
    }

    /** Whether each row comes with its body: where it is computed, it is so once. */
    boolean isComputed() {
        return request.table().history().isEmpty()
                || request.table().effective().isWorkedOut(request.past());
    }

    /** The present table, or what stood at an instant. */
    Query source() {
        ViewTable<A> table = request.table();
        Instant at = request.past().recordedBy();
        if (at == null || table.effective().isWorkedOut(request.past())) {
            return relation;
        }
        if (table.history().isEmpty()) {
            return Query.of("(select * from ").add(relation).add(" where recorded_at <= ?) v", at);
        }
        String columns = "id, version, visible, recorded_at, "
                + table.columns().keySet().stream().collect(Collectors.joining(", "));
        return Query.of("(select %s from %s where recorded_at <= ?".formatted(columns, table.relation()), at)
                .add(
                        " union all select %s from %s where withdrawn_at is null and recorded_at <= ? and superseded_at > ?) v"
                                .formatted(columns, table.history()),
                        at,
                        at);
    }

    /** All that is asked but the search, without one filter where a facet leaves out its own. */
    Query filters(@Nullable String without) {
        return filters(without, request.asked().flag(ListParameters.DATE_UNKNOWN));
    }

    private Query filters(@Nullable String without, boolean isUncertain) {
        Query all = new Query().add(condition);
        ViewTable<A> table = request.table();
        request.asked().values().forEach((name, values) -> {
            Filter filter = table.offer().filter(name);
            Range range = table.offer().range(name);
            if (filter != null && !name.equals(without)) {
                all.add(filter(name, filter));
            } else if (range != null) {
                all.add(" and %s %s ?".formatted(range.column(), range.operator()), values.getFirst());
            }
        });
        LocalDate day = request.past().effectiveOn();
        if (day != null) {
            all.add(" and ")
                    .add(
                            isUncertain
                                    ? table.effective().isUncertain(day)
                                    : table.effective().isCertain(day));
        }
        return all;
    }

    Query matches(@Nullable String without) {
        return matching(filters(without));
    }

    private Query matching(Query filters) {
        Query all = new Query().add(readers().condition()).add(filters);
        return request.search() == null ? all : all.add(" and ").add(search());
    }

    /** A scalar expression: how many rows match of which nobody knows whether they count by the day; null where all do. */
    Query dateUnknown() {
        return request.past().effectiveOn() == null
                        || !request.table().effective().maybeUncertain()
                ? Query.of("cast(null as bigint)")
                : Query.of("(select count(*) from ")
                        .add(source())
                        .add(" where ")
                        .add(matching(filters(null, true)))
                        .add(")");
    }

    Query search() {
        Question asked = Objects.requireNonNull(request.search());
        if (!isApproximate) {
            return Query.of(MATCHES, asked.exact());
        }
        List<Query> words = new ArrayList<>();
        asked.guessed().forEach(word -> words.add(Query.of("? <% words_of(search)", word)));
        if (!asked.certain().isEmpty()) {
            words.add(Query.of(MATCHES, asked.certain()));
        }
        return Query.join(" and ", words);
    }

    /** The rows with how well they match what is searched, where they are sorted by it. */
    Query ranked() {
        Question asked = request.search();
        if (asked == null || !request.isByRelevance()) {
            return source();
        }
        Query rank = isApproximate
                ? Query.of("word_similarity(?, words_of(search))", String.join(" ", asked.guessed()))
                : Query.of("ts_rank(search, to_tsquery('simple', ?), 1)", asked.exact());
        return Query.of("(select *, round(cast(")
                .add(rank)
                .add(" as numeric), 6) as relevance from (select * from ")
                .add(source())
                .add(") v) v");
    }

    private Query filter(String name, Filter filter) {
        Parameter asked = request.asked().parameters().declared().get(name);
        Known known = asked == null ? null : asked.known();
        String values = known == null || known.form().isEmpty() ? "?" : "%s(cast(? as text[]))".formatted(known.form());
        boolean isMany = request.table().column(filter.column()).type().isMany();
        return request.asked()
                .condition(
                        name,
                        filter.column() + (isMany ? " && %s" : " = any (%s)").formatted(values),
                        filter.noneColumn() + (isMany ? " = '{}'" : " is null"));
    }

    /** By the sort keys from the i-th on, and by id. Where no row lacks the first one, its index can be read backwards. */
    String orderBy(int from, boolean isFirstKnown) {
        StringBuilder clause = new StringBuilder(" order by ");
        for (int i = from; i < request.orders().size(); i++) {
            Order<A> order = request.orders().get(i);
            boolean isKnown = !order.column().optional() || (i == 0 && isFirstKnown);
            clause.append(order.column().name())
                    .append(order.descending() ? " desc" : "")
                    .append(isKnown ? "" : " nulls last")
                    .append(", ");
        }
        return clause.append("id").append(request.descending() ? " desc" : "").toString();
    }
}
