package org.isthmus.kit.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isthmus.kit.query.Query;

/**
 * What one topic tells of, as its owner keeps it or as a copy of it stands. Both sides add up the same hashes of the same
 * members, in 256 buckets by the last byte of the key of their events, so that what is on its way hides little else.
 *
 * @param topic on which their owner tells of them
 * @param kept the table that keeps them, for people
 * @param rows a statement with {@code key} (of their events), {@code id}, {@code name} and each member and amount
 * @param members what is compared; a copy may have fewer than its owner tells of
 * @param amounts what is compared and summed, in euros
 * @param isByEvent whether the version is that of the event of the key that was applied last, and no member of the rows
 */
public record DigestedRows(
        String topic, String kept, String rows, List<String> members, List<String> amounts, boolean isByEvent) {

    private static final int NAMES = 5;

    /** Things with the version in which they were told last. */
    public static DigestedRows of(String topic, String kept, String rows, String... members) {
        List<String> compared = new ArrayList<>(List.of("version"));
        compared.addAll(List.of(members));
        return new DigestedRows(topic, kept, rows, compared, List.of(), false);
    }

    /** Things whose version is not told, such as the parts of one that is. */
    public static DigestedRows withoutVersion(String topic, String kept, String rows, String... members) {
        return new DigestedRows(topic, kept, rows, List.of(members), List.of(), false);
    }

    /** A copy that keeps no version of its own. */
    public DigestedRows byEvent() {
        return new DigestedRows(topic, kept, rows, members, amounts, true);
    }

    public DigestedRows amounts(String... summed) {
        return new DigestedRows(topic, kept, rows, members, List.of(summed), isByEvent);
    }

    /** A row for each bucket that has some: what is in it, and the names of a few. */
    Query digest() {
        Query all = Query.of("""
                select get_byte(uuid_send(key), 15) as bucket, (array_agg(name order by name))[1:%d] as names,
                       jsonb_build_object('count', count(*), 'hashes', jsonb_build_object(%s),
                           'sums', jsonb_build_object(%s)) as content
                """.formatted(NAMES, hashes(), sums()));
        return (isByEvent
                        ? all.add(
                                " from (select r.*, v.version from (%s) r left join inbox_version v on v.topic = ? and v.aggregate = r.key) r"
                                        .formatted(rows),
                                topic)
                        : all.add(" from (%s) r".formatted(rows)))
                .add(" group by 1");
    }

    /** The keys of their events that follow another, in order. */
    Query keysAfter(UUID key, int atMost) {
        return Query.of(
                "select distinct key from (%s) r where key > ? order by key limit ?".formatted(rows), key, atMost);
    }

    private String hashes() {
        return Stream.concat(
                        members.stream().map(member -> hash(member, member)),
                        amounts.stream().map(amount -> hash(amount, "trim_scale(%s)".formatted(amount))))
                .collect(Collectors.joining(", "));
    }

    private static String hash(String name, String value) {
        return "'%s', sum(hashtext(id || ':' || coalesce(cast(%s as text), '')))".formatted(name, value);
    }

    private String sums() {
        return amounts.stream()
                .map("'%1$s', cast(coalesce(round(sum(%1$s), 2), 0.00) as text)"::formatted)
                .collect(Collectors.joining(", "));
    }
}
