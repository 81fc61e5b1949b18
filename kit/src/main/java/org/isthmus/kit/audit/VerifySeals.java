package org.isthmus.kit.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.query.Row;
import org.jspecify.annotations.Nullable;

/** Computes all seals of a {@link SealedTable} again and finds the first that does not fit its rows. */
@ApplicationScoped
public class VerifySeals {

    private final DataSource database;
    private final String key;

    VerifySeals(DataSource database, @ConfigProperty(name = "isthmus.seal-key") String key) {
        this.database = database;
        this.key = key;
    }

    private record Known(String chain, long number, String hash) {

        static Known of(Row row) {
            return new Known(row.text("chain"), row.number("number"), row.text("hash"));
        }
    }

    /** Takes the rows of all seals in their order. */
    private static final class Check {

        private final String key;
        private final Deque<Known> left;
        private String previous = "";
        private @Nullable Seal open;
        private @Nullable Long broken;
        private long rows;

        Check(String key, Deque<Known> seals) {
            this.key = key;
            this.left = seals;
        }

        void row(String chain, long seal, String content) {
            while (broken == null && !isNext(chain, seal)) {
                close();
            }
            if (broken == null) {
                opened().add(content);
                rows++;
            }
        }

        private boolean isNext(String chain, long seal) {
            Known next = left.peek();
            return next != null && next.number() == seal && next.chain().equals(chain);
        }

        private Seal opened() {
            Seal seal = open;
            if (seal == null) {
                Known next = left.element();
                seal = new Seal(key, next.number() == 1 ? next.chain() : previous);
                open = seal;
            }
            return seal;
        }

        void close() {
            if (left.isEmpty()) {
                return;
            }
            boolean fits = opened().hash().equals(left.element().hash());
            Known closed = left.remove();
            open = null;
            if (fits) {
                previous = closed.hash();
            } else {
                broken = closed.number();
            }
        }
    }

    public SealVerification run(SealedTable table) {
        Deque<Known> seals = new ArrayDeque<>(
                Query.of("select chain, number, hash from %s_seal order by chain, number".formatted(table.name()))
                        .list(database, Known::of));
        int count = seals.size();
        Check check = new Check(key, seals);
        Query.of("""
                        select s.chain, s.seal, %1$s as content from %2$s_sealed s left join %2$s a on a.position = s.position
                         order by s.chain, s.seal, s.position
                        """.formatted(Seal.content(table), table.name())).stream(
                database,
                row -> check.row(row.text("chain"), row.number("seal"), String.valueOf(row.findText("content"))));
        while (check.broken == null && !check.left.isEmpty()) {
            check.close();
        }
        long leftOut = leftOut(table);
        long altered = rows(table, table.altered());
        return new SealVerification(
                check.broken == null && leftOut == 0 && altered == 0,
                count,
                check.rows,
                check.broken,
                leftOut,
                altered,
                rows(table, table.erased()),
                check.previous);
    }

    private long rows(SealedTable table, String condition) {
        return Query.of("select count(*) as rows from %s a where %s".formatted(table.name(), condition))
                .only(database, row -> row.number("rows"));
    }

    /** Rows among the sealed ones that no seal covers, nor will: they were not being written when the last one was made. */
    private long leftOut(SealedTable table) {
        return Query.of("""
                        select count(*) as rows from %1$s a
                          join (select * from %1$s_seal order by number desc limit 1) last on a.position <= last.position
                         where not exists (select from %1$s_sealed s where s.position = a.position)
                           and (pg_visible_in_snapshot(a.transaction, last.snapshot) or a.transaction > last.transaction)
                        """.formatted(table.name())).only(database, row -> row.number("rows"));
    }
}
