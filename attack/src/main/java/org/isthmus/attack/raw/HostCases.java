package org.isthmus.attack.raw;

import static org.isthmus.attack.raw.RawCase.refused;
import static org.isthmus.attack.raw.RawCase.taken;
import static org.isthmus.attack.raw.RawRequest.get;
import static org.isthmus.attack.raw.RawRequest.of;

import java.util.stream.Stream;

/** For whom a request is: RFC 9112, section 3.2. */
final class HostCases {

    private HostCases() {}

    static Stream<RawCase> all() {
        return Stream.of(malformed(), number(), absolute(), right()).flatMap(cases -> cases);
    }

    private static Stream<RawCase> malformed() {
        return Stream.of(
                        "",
                        " ",
                        "user@x",
                        "user:secret@x",
                        "x/",
                        "x/path",
                        "/x",
                        "x?y",
                        "x#y",
                        "x,y",
                        "x, y",
                        "x y",
                        "x\ty",
                        "x:port",
                        "x:-1",
                        "x:+80",
                        "x:123456",
                        "x:80:80",
                        "x:",
                        ":80",
                        "[::1",
                        "::1",
                        "[x]",
                        "[::1]x",
                        "http://x",
                        "x\\y",
                        "x%20y",
                        "x;y",
                        "x=y",
                        "(x)",
                        "\u00e9.example",
                        "x\u00a0",
                        "\"x\"",
                        "<x>",
                        "x'y",
                        "*",
                        "x\u0000",
                        "x:80\u000b",
                        "{x}",
                        "x|y",
                        "x`y",
                        "[::1]:",
                        "x$y")
                .map(host -> refused("host", 400, get("Host: " + host)));
    }

    private static Stream<RawCase> number() {
        return Stream.of(
                refused("no host", 400, get()),
                refused("no host", 400, get("X-Forwarded-Host: x")),
                refused("two hosts", 400, get("Host: x", "Host: y")),
                refused("two hosts", 400, get("Host: x", "Host: x")),
                refused("two hosts", 400, get("Host: x", "host: y")),
                refused("two hosts", 400, get("Host:", "Host: x")),
                refused("two hosts", 400, of("GET {path} HTTP/1.0", "Host: x", "Host: y")),
                refused("host", 400, get("Host : x")),
                refused("host", 400, get(" Host: x")));
    }

    private static Stream<RawCase> absolute() {
        return Stream.of(
                        of("GET http://y{path} HTTP/1.1", "Host: x"),
                        of("GET http://x:81{path} HTTP/1.1", "Host: x"),
                        of("GET http://x{path} HTTP/1.1"),
                        of("GET http://x{path} HTTP/1.1", "Host: x", "Host: y"),
                        of("GET http://u@x{path} HTTP/1.1", "Host: x"),
                        of("GET http://u@x{path} HTTP/1.1", "Host: u@x"),
                        of("GET http://{path} HTTP/1.1", "Host: x"),
                        of("GET http://x,y{path} HTTP/1.1", "Host: x,y"),
                        of("GET http:/x{path} HTTP/1.1", "Host: x"),
                        of("GET http:{path} HTTP/1.1", "Host: x"),
                        of("GET ftp://x{path} HTTP/1.1", "Host: x"),
                        of("GET file://{path} HTTP/1.1", "Host: x"),
                        of("GET http://x\\{path} HTTP/1.1", "Host: x"),
                        of("GET http://x#{path} HTTP/1.1", "Host: x"),
                        of("GET http://y{path} HTTP/1.0", "Host: x"))
                .map(sent -> refused("absolute address", 400, sent));
    }

    private static Stream<RawCase> right() {
        return Stream.of(
                        get("Host: x.example:8080"),
                        get("host:x"),
                        get("Host: [::1]:80"),
                        get("Host: 127.0.0.1"),
                        get("Host: a_b-c.d"),
                        of("GET http://x{path} HTTP/1.1", "Host: x"),
                        of("GET HTTP://X{path} HTTP/1.1", "Host: x"),
                        of("GET https://x:81{path} HTTP/1.1", "Host: x:81"),
                        of("GET http://x{path} HTTP/1.0", "Connection: keep-alive"))
                .map(sent -> taken("host", 1, sent));
    }
}
