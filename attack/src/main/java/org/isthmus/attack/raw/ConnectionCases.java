package org.isthmus.attack.raw;

import static org.isthmus.attack.raw.RawCase.refused;
import static org.isthmus.attack.raw.RawCase.taken;
import static org.isthmus.attack.raw.RawRequest.BODY;
import static org.isthmus.attack.raw.RawRequest.CHUNKS;
import static org.isthmus.attack.raw.RawRequest.get;
import static org.isthmus.attack.raw.RawRequest.of;
import static org.isthmus.attack.raw.RawRequest.post;

import java.util.stream.Stream;

/** What is for one connection alone, what a caller expects before it goes on, and other protocols. */
final class ConnectionCases {

    private ConnectionCases() {}

    static Stream<RawCase> all() {
        return Stream.of(named(), expected(), right(), pipelined()).flatMap(cases -> cases);
    }

    private static Stream<RawCase> named() {
        Stream<String> lengths = Stream.of(
                        "Content-Length",
                        "content-length",
                        "keep-alive, Content-Length",
                        "X,content-length ,Y",
                        "Host",
                        "host, x")
                .map(names -> post("Connection: " + names, "Content-Length: 5") + BODY);
        Stream<String> codings = Stream.of("Transfer-Encoding", "close,\ttransfer-encoding")
                .map(names -> post("Connection: X", "Connection: " + names, "Transfer-Encoding: chunked") + CHUNKS);
        return Stream.concat(lengths, codings).map(sent -> refused("connection", 400, sent));
    }

    private static Stream<RawCase> expected() {
        return Stream.of(
                refused("expectation", 417, post("Expect: 200-ok", "Content-Length: 5") + BODY),
                refused("expectation", 417, post("Expect: 100-continue, x", "Content-Length: 5") + BODY),
                refused("expectation", 417, post("Expect: 100-continue; x", "Content-Length: 5") + BODY),
                refused("expectation", 417, post("Expect: 100", "Content-Length: 5") + BODY),
                refused("expectation", 417, post("Expect:", "Content-Length: 5") + BODY),
                refused("expectation", 417, post("Expect: \"100-continue\"", "Content-Length: 5") + BODY),
                refused("expectation", 400, post("Expect: 100-continue", "Expect: x", "Content-Length: 5") + BODY),
                refused("expectation", 400, post("Expect:\r\n 100-continue", "Content-Length: 5") + BODY));
    }

    private static Stream<RawCase> right() {
        return Stream.of(
                taken(
                        "upgrade",
                        1,
                        get(
                                "Host: x",
                                "Connection: Upgrade, HTTP2-Settings",
                                "Upgrade: h2c",
                                "HTTP2-Settings: AAMAAABk")),
                taken(
                        "upgrade",
                        1,
                        get(
                                "Host: x",
                                "Connection: Upgrade",
                                "Upgrade: websocket",
                                "Sec-WebSocket-Version: 13",
                                "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==")),
                taken("upgrade", 1, get("Host: x", "Connection: Upgrade", "Upgrade: TLS/1.2")),
                taken("upgrade", 1, post("Connection: Upgrade", "Upgrade: h2c", "Content-Length: 5") + BODY),
                taken("connection", 1, get("Host: x", "Connection: X-Secret, keep-alive", "X-Secret: y")),
                taken("connection", 1, get("Host: x", "Connection:", "Keep-Alive: timeout=5")),
                taken("connection", 1, get("Host: x", "Proxy-Connection: keep-alive", "TE: trailers")),
                taken("pipeline", 3, get("Host: x") + get("Host: x") + get("Host: x")),
                taken(
                        "pipeline",
                        3,
                        post("Content-Length: 5")
                                + BODY
                                + post("Transfer-Encoding: chunked")
                                + CHUNKS
                                + get("Host: x")));
    }

    private static Stream<RawCase> pipelined() {
        return Stream.of(
                        get("Host: x", "X : y"),
                        get(),
                        post("Content-Length: 5", "Transfer-Encoding: chunked") + CHUNKS,
                        post("Transfer-Encoding: chunked") + "-5\r\nhello\r\n0\r\n\r\n",
                        post("Transfer-Encoding: chunked") + "5\r\nhello\r\nx\r\n\r\n",
                        of("GET {path} HTTP/1.1\nX: y", "Host: x"))
                .map(second -> RawCase.refusedAfterOne("behind a good one", 400, get("Host: x") + second));
    }
}
