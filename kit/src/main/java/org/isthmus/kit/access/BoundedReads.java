package org.isthmus.kit.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.rules.Refusal;

/**
 * What readers may cost, by who they are and what they ask: how long a statement may take, and how many statements of the
 * public run at once. Whatever they ask, connections to the database are left for those who write.
 */
@ApplicationScoped
public class BoundedReads {

    private static final Duration TURN = Duration.ofSeconds(2);

    private final Audience audience;
    private final Duration ofPublic;
    private final Duration ofOfficials;
    private final Duration ofFiles;
    private final Semaphore pages;
    private final Semaphore sums;
    private final Semaphore singles;
    private final AddedUp addedUp;

    BoundedReads(
            Audience audience,
            AddedUp addedUp,
            @ConfigProperty(name = "isthmus.reads.public") Duration ofPublic,
            @ConfigProperty(name = "isthmus.reads.official") Duration ofOfficials,
            @ConfigProperty(name = "isthmus.reads.files") Duration ofFiles,
            @ConfigProperty(name = "isthmus.reads.pages-at-once") int pages,
            @ConfigProperty(name = "isthmus.reads.sums-at-once") int sums,
            @ConfigProperty(name = "isthmus.reads.singles-at-once") int singles) {
        this.audience = audience;
        this.addedUp = addedUp;
        this.ofPublic = ofPublic;
        this.ofOfficials = ofOfficials;
        this.ofFiles = ofFiles;
        this.pages = new Semaphore(pages, true);
        this.sums = new Semaphore(sums, true);
        this.singles = new Semaphore(singles, true);
    }

    /** One thing by its id, or what belongs to it alone. */
    public <T> T single(Supplier<T> read) {
        return audience.isOfficial() ? within(ofOfficials, read) : inTurn(singles, ofPublic, read);
    }

    /** A page of a list. */
    public <T> T page(Supplier<T> read) {
        return audience.isOfficial() ? within(ofOfficials, read) : inTurn(pages, ofPublic, read);
    }

    /** What adds up or counts when it is asked, however many rows there are. */
    public <T> T sum(Supplier<T> read) {
        addedUp.note();
        return audience.isOfficial() ? within(ofOfficials, read) : inTurn(sums, ofPublic, read);
    }

    /** All rows of a list as they come; whether there is a place is said before the first byte. */
    public StreamingOutput file(StreamingOutput rows) {
        if (audience.isOfficial()) {
            return rows;
        }
        inTurn(sums, ofFiles, () -> true);
        return out -> inTurn(sums, ofFiles, () -> write(rows, out));
    }

    private static boolean write(StreamingOutput rows, OutputStream out) {
        try {
            rows.write(out);
            return true;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static <T> T inTurn(Semaphore places, Duration longest, Supplier<T> read) {
        if (!isTaken(places)) {
            throw new Refusal(
                    Refusal.Kind.BUSY,
                    "busy",
                    "So many ask for such answers at once that this one would have to wait; ask again in some seconds",
                    List.of());
        }
        try {
            return within(longest, read);
        } finally {
            places.release();
        }
    }

    private static boolean isTaken(Semaphore places) {
        try {
            return places.tryAcquire(TURN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static <T> T within(Duration longest, Supplier<T> read) {
        try {
            return Query.within(longest, read);
        } catch (Query.TookTooLong tooLong) {
            throw new Refusal(
                    Refusal.Kind.BUSY,
                    "too-dear",
                    "This answer takes longer than %d s: ask for less, by filters, a shorter period or without a total"
                            .formatted(longest.toSeconds()),
                    List.of());
        }
    }
}
