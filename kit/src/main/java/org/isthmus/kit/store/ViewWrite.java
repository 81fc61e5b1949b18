package org.isthmus.kit.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.isthmus.kit.http.Json;
import org.isthmus.kit.lists.SearchText;
import org.isthmus.kit.lists.ViewTable;
import org.isthmus.kit.query.Query;

/** The statements that write the rows of a {@link ViewTable}: one for any number of them. */
record ViewWrite<A>(ViewTable<A> table, ObjectMapper json) {

    private List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("id", "version", "visible", "recorded_at", "body"));
        columns.addAll(table.placeholders().keySet());
        return columns;
    }

    /**
     * The rows become the present ones where they are newer; what they replace moves to the history. It answers their ids,
     * and whether everybody may see them, or could before.
     */
    Query put(List<Views.Version<A>> versions, Instant now) {
        String names = String.join(", ", columns());
        Query all = Query.of("with given (%s) as (values ".formatted(names))
                .add(Query.join(
                        ", ",
                        versions.stream().map(version -> row(version, now)).toList()));
        all.add("), former as (insert into %s (%s, superseded_at) select %s, given.recorded_at from %s p"
                .formatted(table.history(), names, prefixed("p."), table.relation()));
        all.add(" join given on given.id = p.id where p.version < given.version returning id, visible)");
        return all.add(" insert into %1$s as present (%2$s) select %2$s from given on conflict (id) do update set %3$s"
                        .formatted(
                                table.relation(),
                                names,
                                columns().stream()
                                        .skip(1)
                                        .filter(column -> !table.isShownByOthers() || !column.equals("visible"))
                                        .map(column -> column + " = excluded." + column)
                                        .collect(Collectors.joining(", "))))
                .add(" where present.version < excluded.version returning present.id, present.visible"
                        + " or coalesce((select f.visible from former f where f.id = present.id), false) as shown");
    }

    private Query row(Views.Version<A> version, Instant now) {
        Query row = Query.of(
                "(cast(? as uuid), cast(? as int), cast(? as boolean), cast(? as timestamptz), ?",
                version.id(),
                version.number(),
                table.isVisible(version.of()),
                now,
                Json.write(json, version.body()));
        table.values(version.of())
                .forEach((column, value) -> row.add(
                        ", " + table.placeholders().get(column),
                        switch (value) {
                            case SearchText text -> text.words();
                            case ViewTable.OtherBody other -> Json.write(json, other.body());
                            case null, default -> value;
                        }));
        return row.add(")");
    }

    Query retire(Collection<UUID> ids, Instant now) {
        String names = String.join(", ", columns());
        return Query.of(
                "with gone as (delete from %s where id = any (?) returning %s) insert into %s (%s, superseded_at) select %s, ? from gone"
                        .formatted(table.relation(), names, table.history(), names, names),
                ids,
                now);
    }

    private String prefixed(String alias) {
        return columns().stream().map(column -> alias + column).collect(Collectors.joining(", "));
    }
}
