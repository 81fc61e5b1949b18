package org.isthmus.testing;

import static org.isthmus.testing.ApiRequests.withToken;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.isthmus.kit.access.Policy;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jspecify.annotations.Nullable;

/** Sends a word to each operation of a service, wherever a caller may write something, and reads the log for it. */
final class LoggedInput extends Handler {

    private static final String WORD = "Quokka7f3";
    private static final String ID = "01932f6e-0000-7000-8000-00000000ffff";

    private static final Formatter WHOLE = new PatternFormatter("%s%e");

    private final Map<String, Set<String>> policy = Policy.read();
    private final Set<String> repeated = new ConcurrentSkipListSet<>();

    private LoggedInput() {}

    /** The lines of the log that repeat it. */
    static Set<String> repeated() {
        LoggedInput log = new LoggedInput();
        Logger root = Logger.getLogger("");
        root.addHandler(log);
        try {
            log.send(OpenApiDocument.asJson());
        } finally {
            root.removeHandler(log);
        }
        return new TreeSet<>(log.repeated);
    }

    private void send(JsonNode api) {
        for (Map.Entry<String, JsonNode> path : api.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (operation.getValue().has("responses")) {
                    send(
                            new ApiOperation(
                                    operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue()),
                            api.at("/components/schemas"));
                }
            }
        }
    }

    private void send(ApiOperation operation, JsonNode schemas) {
        send(operation, WORD, "", WORD);
        send(operation, "{\"%1$s\": \"%1$s\"}".formatted(WORD), "", null);
        if (operation.hasBody()) {
            send(operation, TextMembers.of(operation, schemas, WORD).json(), "", null);
        }
        send(operation, "{}", WORD + "=" + WORD, null);
        operation.queryParameters().forEach(parameter -> send(operation, "{}", parameter + "=" + WORD, null));
    }

    private void send(ApiOperation operation, String body, String query, @Nullable String header) {
        RequestSpecification request = withToken(role(operation));
        if (header != null) {
            request = request.header("If-Match", header).header("Idempotency-Key", header + "\u00e9");
        }
        if (operation.mayHaveBody()) {
            request = request.contentType(ContentType.JSON).body(body);
        }
        request.urlEncodingEnabled(false)
                .request(operation.method(), ApiRequests.address(operation, header == null ? ID : WORD, query));
    }

    private String role(ApiOperation operation) {
        Set<String> roles = operation.roles(policy);
        return roles.isEmpty() || roles.contains(Policy.PUBLIC)
                ? "auditor"
                : roles.iterator().next();
    }

    @Override
    public void publish(LogRecord line) {
        String text = WHOLE.format(line);
        if (text.contains(WORD)) {
            repeated.add("%s: %s"
                    .formatted(line.getLoggerName(), text.lines().findFirst().orElse("")));
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
