package org.isthmus.kit.framing;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What could be read in two ways: whoever stands behind would take the rest of such a request for another one.
 *
 * <p>RFC 9112, sections 2.3, 3.2, 6.1 and 6.3. The answer is 400, and the connection is closed, because nobody can say
 * where the next request begins.
 */
public final class Framing {

    private Framing() {}

    /** What is wrong with the frame of a request, as a sentence; empty where there is only one way to read it. */
    public static Optional<String> fault(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            return Optional.empty();
        }
        List<String> codings = request.headers().getAll("Transfer-Encoding");
        List<String> lengths = request.headers().getAll("Content-Length");
        if (!codings.isEmpty() && !lengths.isEmpty()) {
            return Optional.of("It has a Content-Length and a Transfer-Encoding; send one of them.");
        }
        if (!codings.isEmpty() && request.version() != HttpVersion.HTTP_1_1) {
            return Optional.of("Transfer-Encoding belongs to HTTP/1.1 only.");
        }
        if (codings.size() > 1
                || !codings.isEmpty()
                        && !codings.getFirst().toLowerCase(Locale.ROOT).equals("chunked")) {
            return Optional.of("The only Transfer-Encoding read here is chunked, named once.");
        }
        if (lengths.size() > 1 || !lengths.isEmpty() && !lengths.getFirst().matches("[0-9]{1,18}")) {
            return Optional.of("Content-Length is one number.");
        }
        int hosts = request.headers().getAll("Host").size();
        if (hosts > 1 || hosts == 0 && request.version() == HttpVersion.HTTP_1_1) {
            return Optional.of("It has one Host.");
        }
        return Optional.empty();
    }
}
