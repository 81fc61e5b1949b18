package org.isthmus.kit.commands;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.isthmus.kit.http.InvalidRequest;
import org.isthmus.kit.http.Json;

/** What a write needs to know of the HTTP request that asks for it. */
@ApplicationScoped
class CurrentRequest {

    private static final String KEY_HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final CurrentVertxRequest current;
    private final ObjectMapper json;

    CurrentRequest(CurrentVertxRequest current, ObjectMapper json) {
        this.current = current;
        this.json = json;
    }

    boolean isDryRun() {
        String dryRun = request().getParam("dryRun");
        if (dryRun == null || dryRun.equals("false")) {
            return false;
        }
        if (dryRun.equals("true")) {
            return true;
        }
        throw InvalidRequest.parameter("dryRun", "form", "'%s' is not true or false.".formatted(dryRun));
    }

    Optional<String> idempotencyKey(boolean required) {
        String key = request().getHeader(KEY_HEADER);
        if (key == null) {
            if (required) {
                throw InvalidRequest.parameter(
                        KEY_HEADER,
                        "required",
                        "Money moves only with an Idempotency-Key, so that a retry books nothing twice.");
            }
            return Optional.empty();
        }
        if (!KEY.matcher(key).matches()) {
            throw InvalidRequest.parameter(KEY_HEADER, "form", "A key has 1 to 255 visible ASCII characters.");
        }
        return Optional.of(key);
    }

    /** A hash over method, address and body: two requests with the same one ask for the same thing. */
    String fingerprint(Object[] arguments) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String seen = request().getHeader(HttpHeaders.IF_MATCH);
            digest.update((request().method() + " " + request().path() + " " + seen).getBytes(StandardCharsets.UTF_8));
            for (Object argument : arguments) {
                if (!(argument instanceof UriInfo
                        || argument instanceof HttpHeaders
                        || argument instanceof SecurityContext)) {
                    digest.update(Json.write(json, argument).getBytes(StandardCharsets.UTF_8));
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    String method() {
        return request().method().name();
    }

    String path() {
        return String.valueOf(request().path());
    }

    String address() {
        SocketAddress address = request().remoteAddress();
        String host = address == null ? null : address.hostAddress();
        return host == null ? "" : host;
    }

    private HttpServerRequest request() {
        return current.getCurrent().request();
    }
}
