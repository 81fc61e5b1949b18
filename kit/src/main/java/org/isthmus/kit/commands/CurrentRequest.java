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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.isthmus.kit.http.Json;
import org.isthmus.kit.rules.Fault;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What a write needs to know of the HTTP request that asks for it. */
@ApplicationScoped
class CurrentRequest {

    private static final String KEY_HEADER = "Idempotency-Key";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final CurrentVertxRequest current;
    private final ObjectMapper json;

    CurrentRequest(CurrentVertxRequest current, ObjectMapper json) {
        this.current = current;
        this.json = json;
    }

    /** What else it may be is a fault. */
    boolean isDryRun() {
        return "true".equals(request().getParam("dryRun"));
    }

    /** What is wrong with the headers that writes read. */
    List<Fault> faults(boolean isKeyRequired) {
        List<Fault> faults = new ArrayList<>();
        String key = request().getHeader(KEY_HEADER);
        if (key == null && isKeyRequired) {
            faults.add(Fault.in(
                    KEY_HEADER,
                    "required",
                    "Money moves only with an Idempotency-Key, so that a retry books nothing twice."));
        }
        if (key != null && !KEY.matcher(key).matches()) {
            faults.add(Fault.in(KEY_HEADER, "form", "A key has 1 to 255 visible ASCII characters."));
        }
        return faults;
    }

    Optional<String> idempotencyKey() {
        return Optional.ofNullable(request().getHeader(KEY_HEADER)).filter(KEY.asMatchPredicate());
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

    /** The thing that it is about: the first id in the path names it, or the address of a new one does. */
    @Nullable
    String object(@Nullable Object answer) {
        Optional<String> named =
                Arrays.stream(path().split("/")).filter(ID.asMatchPredicate()).findFirst();
        if (named.isPresent()) {
            return named.get();
        }
        Object location = answer instanceof RestResponse<?> response
                ? response.getHeaders().getFirst(HttpHeaders.LOCATION)
                : null;
        return location == null ? null : location.toString().replaceAll(".*/", "");
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
