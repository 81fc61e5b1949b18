package org.isthmus.kit.writes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Clock;
import javax.sql.DataSource;
import org.isthmus.kit.http.Traces;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.security.Caller;
import org.jboss.resteasy.reactive.RestResponse;

/** Writes one line for every write, done or refused: who, what, when, from where, with which outcome. Append-only. */
@ApplicationScoped
class AuditLog {

    private final DataSource database;
    private final ObjectMapper json;
    private final CurrentRequest request;
    private final Caller caller;
    private final Traces traces;
    private final Clock clock;

    AuditLog(
            DataSource database, ObjectMapper json, CurrentRequest request, Caller caller, Traces traces, Clock clock) {
        this.database = database;
        this.json = json;
        this.request = request;
        this.caller = caller;
        this.traces = traces;
        this.clock = clock;
    }

    void done(Object answer) {
        int status = answer instanceof RestResponse<?> response ? response.getStatus() : 200;
        Object body = answer instanceof RestResponse<?> response ? response.getEntity() : answer;
        insert("DONE", status, "", write(body));
    }

    /** In a transaction of its own, since the refused one leaves no other trace. */
    void refused(int status, String code) {
        QuarkusTransaction.requiringNew().run(() -> insert("REFUSED", status, code, ""));
    }

    private void insert(String outcome, int status, String code, String after) {
        Query.of(
                        """
                        insert into audit (at, caller, roles, method, path, outcome, status, code, request_id, address, after)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                        clock.instant(),
                        caller.name(),
                        String.join(",", caller.roles()),
                        request.method(),
                        request.path(),
                        outcome,
                        status,
                        code,
                        traces.current().requestId(),
                        request.address(),
                        after)
                .execute(database);
    }

    private String write(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("cannot write an audit line", e);
        }
    }
}
