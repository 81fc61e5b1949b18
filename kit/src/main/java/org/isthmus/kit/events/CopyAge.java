package org.isthmus.kit.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.sql.DataSource;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.rules.Fault;

/** Of when it is what a service knows of others: a refusal of an unknown reference says so (R18). */
@ApplicationScoped
public class CopyAge {

    private final DataSource database;

    CopyAge(DataSource database) {
        this.database = database;
    }

    /**
     * What is wrong with a member that names a thing of another service which is not in our copy.
     *
     * @param noun makes the code: {@code project} makes {@code project-unknown}
     * @param named how the request names it
     * @param topic where its owner tells of it
     */
    public Fault unknown(String pointer, String noun, String named, String topic) {
        return Fault.at(pointer, noun + "-unknown", "There is no %s %s. %s".formatted(noun, named, words(topic)));
    }

    /** A sentence about what was heard on a topic. */
    public String words(String topic) {
        return words(Query.of(
                        "select max(told_at) as told_at from heard where topic = ? having max(told_at) is not null",
                        topic)
                .first(database, row -> row.instant("told_at")));
    }

    /** The same, of the time of the last event that was heard. */
    public static String words(Optional<Instant> told) {
        return told.map(at -> at.truncatedTo(ChronoUnit.SECONDS))
                .map("What is known here is as of the event of %s."::formatted)
                .orElse("Nothing of its kind has been heard here yet.");
    }
}
