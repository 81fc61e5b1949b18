package org.isthmus.kit.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import org.isthmus.kit.rules.Fault;
import org.isthmus.kit.rules.Refusal;

/**
 * What a write demands of the present version before anything is done: {@code If-Match}, {@code If-None-Match} (RFC 9110,
 * section 13).
 *
 * <p>A thing is compared by its own version. A creation or a batch has none before it is done, so that no {@code If-Match}
 * holds there; a condition that is sent is never passed over.
 */
@ApplicationScoped
public class Preconditions {

    private static final Fault MISSING =
            Fault.in(HttpHeaders.IF_MATCH, "required", "Send If-Match with the ETag of the version that you edit.");

    private final CurrentVertxRequest current;
    private final RequestNotes notes;

    Preconditions(CurrentVertxRequest current, RequestNotes notes) {
        this.current = current;
        this.notes = notes;
    }

    /** What is wrong with the headers as they stand. */
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        ifMatch().fault().ifPresent(faults::add);
        ifNoneMatch().fault().ifPresent(faults::add);
        if (!ifMatch().isSent() && sent(HttpHeaders.IF_UNMODIFIED_SINCE).isSent()) {
            faults.add(Fault.in(
                    HttpHeaders.IF_UNMODIFIED_SINCE,
                    "not-allowed",
                    "A date misses what changed within its second: name the version in If-Match."));
        }
        return faults;
    }

    /** Whether the caller says which version it has seen. */
    public boolean isVersionNamed() {
        return ifMatch().isSent();
    }

    /** That it must name the version, for a change which has not: told with what else is wrong with the request. */
    public void noteMissing() {
        if (!ifMatch().isSent()) {
            notes.missing(MISSING);
        }
    }

    /** For a change of a thing: 412 where its caller has seen another version, or wants to change none that there is. */
    public void check(int version) {
        notes.judged();
        if (ifMatch().isSent() && !ifMatch().names(version)) {
            throw failed(
                    HttpHeaders.IF_MATCH,
                    "stale-version",
                    "Version %d is the present one, you have seen %s; read it again"
                            .formatted(version, ifMatch().said()));
        }
        if (ifNoneMatch().isSent() && ifNoneMatch().namesWeakly(version)) {
            throw failed(
                    HttpHeaders.IF_NONE_MATCH,
                    "precondition-failed",
                    "Version %d is there, and nothing was to be done if there is %s"
                            .formatted(version, ifNoneMatch().said()));
        }
    }

    /**
     * For a change of a version that must be named: 428 where it is not, unless something is wrong with what is asked, which
     * is told first.
     */
    public void require(int version, Runnable change) {
        check(version);
        if (ifMatch().isSent()) {
            change.run();
            return;
        }
        try {
            change.run();
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.INVALID) {
                throw refusal;
            }
        }
        throw new Refusal(
                Refusal.Kind.VERSION_REQUIRED,
                "if-match-required",
                "Send If-Match with the ETag of the version that you edit",
                List.of(MISSING));
    }

    /** After a change: 412 where no version was there that the condition could have been about. */
    public void refuseUnjudged() {
        if (ifMatch().isSent() && !notes.isJudged()) {
            throw failed(
                    HttpHeaders.IF_MATCH,
                    "precondition-failed",
                    "Nothing is there yet that has the version %s"
                            .formatted(ifMatch().said()));
        }
    }

    static Refusal failed(String header, String code, String detail) {
        return new Refusal(Refusal.Kind.STALE, code, detail, List.of(Fault.in(header, code, detail + ".")));
    }

    private EntityTagList ifMatch() {
        return sent(HttpHeaders.IF_MATCH);
    }

    private EntityTagList ifNoneMatch() {
        return sent(HttpHeaders.IF_NONE_MATCH);
    }

    private EntityTagList sent(String header) {
        return new EntityTagList(header, current.getCurrent().request().getHeader(header));
    }
}
