package org.isthmus.kit.lists;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.isthmus.kit.lists.Parameter.Times;

/** What every list takes beside its filters. */
public final class ListParameters {

    public static final int DEFAULT_LIMIT = 50;
    public static final int LARGEST_LIMIT = 1000;

    static final String SORT = "sort";
    static final String LIMIT = "limit";
    static final String CURSOR = "cursor";
    static final String TOTAL = "total";
    static final String FACETS = "facets";
    static final String FIELDS = "fields";
    static final String QUERY = "q";
    static final String RELEVANCE = "relevance";
    static final String FORMAT = "format";
    static final String LANGUAGES = "lang";
    static final String BYTE_ORDER_MARK = "bom";
    static final String DATE_UNKNOWN = "dateUnknown";

    private ListParameters() {}

    /** All that a list may be asked. */
    public static Parameters of(ViewTable<?> table) {
        ListOffer offer = table.offer();
        Parameters all = new Parameters().addAll(offer.parameters());
        if (!offer.searchWords().isEmpty()) {
            all.add(
                    QUERY,
                    Type.TEXT,
                    offer.searchWords()
                            + " In any language, accents and letters such as œ or ø aside; the last word may be only"
                            + " begun. Where nothing of today has all the words, a page shows what has similar ones and"
                            + " says approximate.");
        }
        List<String> sorts = new ArrayList<>(offer.searchWords().isEmpty() ? List.of() : List.of(RELEVANCE));
        offer.sorts().keySet().forEach(sort -> sorts.addAll(List.of(sort, "-" + sort)));
        all.addNames(
                SORT,
                sorts,
                "One or several of %s, separated by commas, a minus before one sorts downwards; %s without it."
                                .formatted(String.join(", ", offer.sorts().keySet()), offer.defaultSort())
                        + (offer.searchWords().isEmpty()
                                ? ""
                                : " With q: relevance, the best first, which also is the order without it."));
        if (!offer.facets().isEmpty()) {
            all.addNames(
                    FACETS,
                    offer.facets(),
                    "Counts the values of one or several of %s.".formatted(String.join(", ", offer.facets())));
        }
        all.add(LIMIT, Type.INTEGER, "Rows of a page, from 1 to 1000; 50 without it. A file has all rows and no pages.")
                .add(CURSOR, Type.TEXT, "Where the page before ended, from its next.")
                .add(TOTAL, Type.BOOLEAN, "Also counts all rows that match.")
                .addNames(FIELDS, fields(table.body()), "Fields to keep of each row, separated by commas.")
                .add(FORMAT, List.of("json", "csv", "ndjson"), "The Accept header says the same.")
                .add(
                        new Parameter(
                                LANGUAGES,
                                Type.LANGUAGE,
                                Times.LISTED,
                                List.of(),
                                null,
                                "Of a CSV: languages of texts, BCP 47, separated by commas; each text becomes a column for each."))
                .add(
                        BYTE_ORDER_MARK,
                        Type.BOOLEAN,
                        "Of a CSV: begins with a byte order mark, as Excel needs it for UTF-8.");
        if (table.effective().maybeUncertain()) {
            all.add(
                    DATE_UNKNOWN,
                    Type.BOOLEAN,
                    "True: only what may have been by the day of asOf, today without it, or has no day; asOf.dateUnknown counts it. False, and"
                            + " with asOf also without it: only what surely was.");
        }
        return all.addAll(table.effective().isThere() ? Parameters.ofEffectiveDays() : Parameters.ofThePast());
    }

    /** Whether {@code q} searches in words. */
    public static boolean isSearched(ViewTable<?> table) {
        return !table.offer().searchWords().isEmpty();
    }

    /** The members of a row, for {@code fields=}. */
    public static List<String> fields(Class<?> body) {
        return Arrays.stream(body.getRecordComponents())
                .flatMap(component -> component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                        ? fields(component.getType()).stream()
                        : Stream.of(component.getName()))
                .toList();
    }
}
