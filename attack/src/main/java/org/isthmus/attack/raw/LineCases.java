package org.isthmus.attack.raw;

import static org.isthmus.attack.raw.RawCase.refused;
import static org.isthmus.attack.raw.RawCase.taken;
import static org.isthmus.attack.raw.RawRequest.BODY;
import static org.isthmus.attack.raw.RawRequest.get;
import static org.isthmus.attack.raw.RawRequest.of;
import static org.isthmus.attack.raw.RawRequest.post;

import java.util.stream.Stream;

/** Ends of lines, control characters, names and values of header fields: RFC 9112, sections 2.2 and 5. */
final class LineCases {

    private LineCases() {}

    static Stream<RawCase> all() {
        return Stream.of(ends(), before(), firstLines(), fields(), once(), right())
                .flatMap(cases -> cases);
    }

    private static Stream<RawCase> ends() {
        return Stream.of(
                        "GET {path} HTTP/1.1\nHost: x\n\n",
                        "GET {path} HTTP/1.1\nHost: x\r\n\r\n",
                        "GET {path} HTTP/1.1\r\nHost: x\n\r\n",
                        "GET {path} HTTP/1.1\r\nHost: x\n\n",
                        "GET {path} HTTP/1.1\r\nHost: x\r\n\n",
                        "GET {path} HTTP/1.1\rHost: x\r\r",
                        "GET {path} HTTP/1.1\r\nHost: x\r\r\n",
                        "GET {path} HTTP/1.1\r\nHost: x\r\rX: y\r\n\r\n",
                        "GET {path} HTTP/1.1\r\nHost: x\rX: y\r\n\r\n",
                        "GET {path} HTTP/1.1\r\nHost: x\r\nX: y\rContent-Length: 5\r\n\r\n",
                        "GET {path} HTTP/1.1\r\nHost: x\r\nX: y\nContent-Length: 5\r\n\r\n",
                        "GET {path} HTTP/1.1\n\rHost: x\n\r\n\r",
                        "GET {path} HTTP/1.1\u000bHost: x\r\n\r\n",
                        "GET {path} HTTP/1.1\u0085Host: x\r\n\r\n",
                        "GET {path} HTTP/1.1\r\n Host: x\r\n\r\n",
                        "GET {path} HTTP/1.1\r\nHost: x\r\nX: y\r\n z\r\n\r\n",
                        "GET {path} HTTP/1.1\r\nHost: x\r\nX: y\r\n\tz\r\n\r\n",
                        "GET {path} HTTP/1.1\r\nHost: x\r\nX: y\r\n \r\n\r\n",
                        "GET {path} HTTP/1.1\r\nHost:\r\n x\r\n\r\n")
                .map(sent -> refused("end of a line", 400, sent));
    }

    private static Stream<RawCase> before() {
        return Stream.of(
                        "\u0000",
                        "\u0001",
                        "\u0008",
                        "\t",
                        "\u000b",
                        "\f",
                        "\u001b",
                        "\u001f",
                        " ",
                        "  ",
                        "\u007f",
                        "\u0080",
                        "\u00a0",
                        "\u00ff\u00fe",
                        "\u00ef\u00bb\u00bf",
                        "\n",
                        "\r",
                        "\n\n",
                        "\r\r\n",
                        "\r\n\r\n",
                        "\r\n\r\n\r\n\r\n\r\n",
                        "\n\r\n",
                        "\r\n ",
                        "X\r\n",
                        "\u0016\u0003\u0001\u0002\u0000\u0001")
                .map(before -> refused("before the request", 400, before + get("Host: x")));
    }

    private static Stream<RawCase> firstLines() {
        return Stream.of(
                        "GET",
                        "GET {path}",
                        "GET  {path} HTTP/1.1",
                        "GET {path}  HTTP/1.1",
                        "GET {path} HTTP/1.1 ",
                        "GET\t{path} HTTP/1.1",
                        "GET {path}\tHTTP/1.1",
                        "GET {path} x HTTP/1.1",
                        "{path} HTTP/1.1",
                        " GET {path} HTTP/1.1",
                        "GE\u0000T {path} HTTP/1.1",
                        "G(T {path} HTTP/1.1",
                        "GET: {path} HTTP/1.1",
                        "G\u00cbT {path} HTTP/1.1",
                        "GET\u00a0{path} HTTP/1.1",
                        "GET HTTP/1.1 {path}",
                        "GET {path}HTTP/1.1",
                        "\"GET\" {path} HTTP/1.1",
                        "G@T {path} HTTP/1.1",
                        "GET,POST {path} HTTP/1.1")
                .map(line -> refused("first line", 400, of(line, "Host: x")));
    }

    private static Stream<RawCase> fields() {
        return Stream.of(
                        ": y",
                        " : y",
                        "X : y",
                        "X\t: y",
                        "X",
                        "X y: z",
                        "X\u0000: y",
                        "X\u0000Y: z",
                        "X: \u0000",
                        "X: y\u0000z",
                        "X: y\u0001",
                        "X: y\u0008",
                        "X: y\u000b",
                        "X: y\fz",
                        "X: y\u001b[2J",
                        "X: y\u007f",
                        "X(: y",
                        "X): y",
                        "X,Y: z",
                        "X/: y",
                        "X;: y",
                        "X<: y",
                        "X=: y",
                        "X>: y",
                        "X?: y",
                        "X@: y",
                        "X[: y",
                        "X\\: y",
                        "X]: y",
                        "X{: y",
                        "X}: y",
                        "\"X\": y",
                        "\u00e9: y",
                        "X\u00a0: y",
                        "X\u0085: y",
                        "=",
                        "\t: y",
                        "\u001fX: y")
                .map(field -> refused("header field", 400, get("Host: x", field)));
    }

    private static Stream<RawCase> once() {
        return Stream.of(
                refused("field twice", 400, get("Host: x", "Authorization: Bearer a", "Authorization: Bearer b")),
                refused("field twice", 400, get("Host: x", "Authorization: Bearer a", "authorization: Bearer a")),
                refused("field twice", 400, get("Host: x", "Authorization:", "Authorization: Bearer a")),
                refused(
                        "field twice",
                        400,
                        post("Content-Type: application/json", "Content-Type: text/csv", "Content-Length: 5") + BODY));
    }

    private static Stream<RawCase> right() {
        return Stream.of(
                        "\r\n" + get("Host: x"),
                        get("Host: x", "X:"),
                        get("Host: x", "X:y"),
                        get("Host: x", "X: y\tz"),
                        get("Host: x", "X: \u00e9"),
                        get("Host: x", "X: a: b, \"c\" (d) \\e"),
                        get("Host: x", "!#$%&'*+-.^_`|~09azAZ: y"),
                        get("Host: x", "X: y", "X: z"))
                .map(sent -> taken("header field", 1, sent));
    }
}
