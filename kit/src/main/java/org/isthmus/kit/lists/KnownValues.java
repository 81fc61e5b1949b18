package org.isthmus.kit.lists;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.isthmus.kit.access.RowFilter;
import org.isthmus.kit.events.CopyAge;
import org.isthmus.kit.http.Json;
import org.isthmus.kit.lists.Parameter.Known;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.values.CountryCodes;
import org.jspecify.annotations.Nullable;

/**
 * Which asked codes and references do not exist for the caller. One SQL expression finds out, so that it can be part of
 * the statement that answers.
 */
public final class KnownValues {

    private KnownValues() {}

    /** A scalar expression: null, or a JSON list of [parameter, value, age of our copy] for every value that does not exist. */
    public static Query unknown(Asked asked, RowFilter rows) {
        List<Query> checks = new ArrayList<>();
        asked.parameters().list().forEach(parameter -> {
            Known known = parameter.known();
            if (known != null) {
                asked.given(parameter.name()).forEach(value -> checks.add(check(parameter.name(), value, known, rows)));
            }
        });
        if (checks.isEmpty()) {
            return Query.of("cast(null as json)");
        }
        return Query.of("(select json_agg(json_build_array(u.name, u.value, u.told)) from (")
                .add(Query.join(" union all ", checks))
                .add(") u)");
    }

    private static Query check(String name, Object value, Known known, RowFilter rows) {
        return Query.of("""
                        select '%s' as name, value, (select max(told_at) from heard where topic = '%s') as told
                          from (select cast(? as text) as value) v where not exists (
                        """.formatted(name, known.topic()), value)
                .add(known.exists().apply(rows))
                .add(")");
    }

    /** Looks up, by a statement of its own, what was asked for, and refuses all that is wrong with the request. */
    public static void refuse(Asked asked, RowFilter rows, DataSource database, ObjectMapper json) {
        if (asked.isFaulty() || !unknown(asked, rows).values().isEmpty()) {
            Query.of("select ")
                    .add(unknown(asked, rows))
                    .add(" as unknown")
                    .list(database, row -> String.valueOf(row.findText("unknown")))
                    .forEach(unknown -> note(asked, unknown, json));
            asked.refuseIfFaulty();
        }
    }

    /** Notes what the expression found. */
    public static void note(Asked asked, @Nullable String unknown, ObjectMapper json) {
        for (JsonNode pair : Json.read(json, unknown == null ? "null" : unknown)) {
            String name = pair.path(0).asText();
            Parameter parameter =
                    Objects.requireNonNull(asked.parameters().declared().get(name));
            Known known = Objects.requireNonNull(parameter.known());
            asked.fault(name, "unknown", sentence(Asked.shown(pair.path(1).asText()), known, pair.path(2)));
        }
    }

    private static String sentence(String value, Known known, JsonNode told) {
        String meant = known.what().equals(Known.COUNTRY) ? CountryCodes.hint(value) : "";
        String what = meant.isEmpty() ? known.what() : known.what().replace(", such as MD", meant);
        String repeat = value.contains(",") ? " Repeat the parameter for more values." : "";
        String age = known.topic().isEmpty() ? "" : " " + CopyAge.words(instant(told));
        return "'%s' is no %s.%s%s".formatted(value, what, repeat, age);
    }

    private static Optional<Instant> instant(JsonNode told) {
        return told.isTextual()
                ? Optional.of(OffsetDateTime.parse(told.asText()).toInstant())
                : Optional.empty();
    }
}
