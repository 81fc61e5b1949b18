package org.isthmus.funding.attribution;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.isthmus.kit.events.CopyAge;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.rules.Faults;
import org.jspecify.annotations.Nullable;

/** All programmes that funding has heard of, and their strands. */
@ApplicationScoped
public class KnownProgrammes {

    /** Where their owner tells of them. */
    static final String TOPIC = "programming.programmes";

    private final DataSource database;
    private final CopyAge age;

    KnownProgrammes(DataSource database, CopyAge age) {
        this.database = database;
        this.age = age;
    }

    /** Notes a programme that funding has not heard of; none is named where the code is null. */
    public void check(String pointer, @Nullable String code, Faults faults) {
        if (code != null
                && Query.of("select id from known_programme where code = ?", code)
                        .first(database, row -> row.uuid("id"))
                        .isEmpty()) {
            faults.add(age.unknown(pointer, "programme", "'%s'".formatted(code), TOPIC));
        }
    }

    void learn(UUID id, String code, List<String> strands) {
        Query.of("""
                        insert into known_programme (id, code, strands) values (?, ?, ?)
                        on conflict (id) do update set code = excluded.code, strands = excluded.strands
                        """, id, code, strands).execute(database);
    }
}
