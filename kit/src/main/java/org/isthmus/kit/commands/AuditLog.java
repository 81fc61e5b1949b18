package org.isthmus.kit.commands;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isthmus.kit.Ids;
import org.isthmus.kit.access.Caller;
import org.isthmus.kit.http.Json;
import org.isthmus.kit.http.RequestNotes;
import org.isthmus.kit.http.Traces;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.values.Delegated;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Writes one line for every write, done or refused: who, what, when, from where, with which outcome. Append-only. */
@ApplicationScoped
class AuditLog {

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
        insert("DONE", status, "", request.object(answer), Json.write(json, body));
    }

    /** In a transaction of its own, since the refused one leaves no other trace: the thing stands as it did before. */
    void refused(int status, String code) {
        QuarkusTransaction.requiringNew().run(() -> insert("REFUSED", status, code, request.object(null), ""));
    }

    private void insert(String outcome, int status, String code, @Nullable String object, String after) {
        Instant now = clock.instant();
        Query.of(
                        """
                        insert into audit (id, at, day, caller, person, on_behalf_of, roles, method, path, object, outcome,
                                           status, code, request_id, address, operation, asked, after, before)
                        values (?, ?, ?, ?, cast(? as text), cast(? as text), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, coalesce(
                        """,
                        Ids.next(),
                        now,
                        LocalDate.ofInstant(now, zone),
                        caller.name(),
                        caller.person().orElse(null),
                        notes.delegated().map(Delegated::onBehalfOf).orElse(null),
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
