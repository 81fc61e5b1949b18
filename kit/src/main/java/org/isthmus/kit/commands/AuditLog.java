package org.isthmus.kit.commands;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isthmus.kit.Ids;
import org.isthmus.kit.access.Caller;
import org.isthmus.kit.http.Json;
import org.isthmus.kit.http.RequestNotes;
import org.isthmus.kit.http.Traces;
import org.isthmus.kit.query.Query;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Writes one line for every write, done or refused: who, what, when, from where, with which outcome. Append-only. */
@ApplicationScoped
class AuditLog {

    /** Of the parts of a path such as {@code /v1/notes/<id>}. */
    private static final int OBJECT = 3;

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final DataSource database;
    private final ObjectMapper json;
    private final CurrentRequest request;
    private final Caller caller;
    private final Traces traces;
    private final RequestNotes notes;
    private final Clock clock;
    private final ZoneId zone;

    AuditLog(
            DataSource database,
            ObjectMapper json,
            CurrentRequest request,
            Caller caller,
            Traces traces,
            RequestNotes notes,
            Clock clock,
            @ConfigProperty(name = "isthmus.zone") ZoneId zone) {
        this.database = database;
        this.json = json;
        this.request = request;
        this.caller = caller;
        this.traces = traces;
        this.notes = notes;
        this.clock = clock;
        this.zone = zone;
    }

    void done(Object answer) {
        int status = answer instanceof RestResponse<?> response ? response.getStatus() : 200;
        Object body = answer instanceof RestResponse<?> response ? response.getEntity() : answer;
        insert("DONE", status, "", object(answer), Json.write(json, body));
    }

    /** In a transaction of its own, since the refused one leaves no other trace: the thing stands as it did before. */
    void refused(int status, String code) {
        QuarkusTransaction.requiringNew().run(() -> insert("REFUSED", status, code, object(null), ""));
    }

    /** The second part of the path names it, or the address of a new one does. */
    private @Nullable String object(@Nullable Object answer) {
        String[] parts = request.path().split("/");
        if (parts.length > OBJECT && ID.matcher(parts[OBJECT]).matches()) {
            return parts[OBJECT];
        }
        Object location = answer instanceof RestResponse<?> response
                ? response.getHeaders().getFirst(HttpHeaders.LOCATION)
                : null;
        return location == null ? null : location.toString().replaceAll(".*/", "");
    }

    private void insert(String outcome, int status, String code, @Nullable String object, String after) {
        Instant now = clock.instant();
        Query.of(
                        """
                        insert into audit (id, at, day, caller, roles, method, path, object, outcome, status, code,
                                           request_id, address, operation, asked, after, before)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, coalesce(
                        """,
                        Ids.next(),
                        now,
                        LocalDate.ofInstant(now, zone),
                        caller.name(),
                        String.join(",", caller.roles()),
                        request.method(),
                        request.path(),
                        object,
                        outcome,
                        status,
                        code,
                        traces.current().requestId(),
                        request.address(),
                        notes.operation(),
                        notes.asked(),
                        after)
                .add(notes.before(object))
                .add(", ''))")
                .execute(database);
    }
}
