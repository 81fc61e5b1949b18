package org.isthmus.attack.raw;

import static org.isthmus.attack.raw.RawCase.refused;
import static org.isthmus.attack.raw.RawCase.taken;
import static org.isthmus.attack.raw.RawRequest.of;

import java.util.stream.Stream;

/** What may be asked for, and how: RFC 9112, section 3, and RFC 3986. */
final class TargetCases {

    private TargetCases() {}

    static Stream<RawCase> all() {
        return Stream.of(targets(), methods(), right()).flatMap(cases -> cases);
    }

    private static Stream<RawCase> targets() {
        return Stream.of(
                        "*",
                        "x",
                        "v1/projects",
                        "x:80",
                        "127.0.0.1:80",
                        "?x=y",
                        "#",
                        "{path}#x",
                        "{path}?x#y",
                        "{path}\\x",
                        "\\{path}",
                        "{path}\\..\\x",
                        "{path}%00",
                        "{path}?x=%00",
                        "{path}%",
                        "{path}%4",
                        "{path}%zz",
                        "{path}%4g",
                        "{path}%-1",
                        "{path}?%",
                        "{path}\u00e9",
                        "{path}?x=\u00e9",
                        "\u00e9{path}",
                        "{path}\u0000",
                        "{path}\u0000?x",
                        "{path}\u0001",
                        "{path}\u007f",
                        "{path}\u0085",
                        "{path}\u00a0",
                        "{path}\"",
                        "{path}<x>",
                        "{path}|x",
                        "{path}^x",
                        "{path}`x",
                        "{path}{x",
                        "{path}}x",
                        "{path}[x]",
                        "{path}?x=|",
                        "{path}?{x}",
                        "{path}?x=\"y\"",
                        "{path}\u000bx",
                        "javascript:alert(1)",
                        "urn:x",
                        ".",
                        "..")
                .map(target -> refused("address", 400, of("GET " + target + " HTTP/1.1", "Host: x")));
    }

    private static Stream<RawCase> methods() {
        return Stream.of(
                refused("method", 405, of("CONNECT x:80 HTTP/1.1", "Host: x:80")),
                refused("method", 405, of("CONNECT x:80 HTTP/1.0")),
                refused("method", 405, of("CONNECT {path} HTTP/1.1", "Host: x")),
                refused("method", 405, of("TRACE {path} HTTP/1.1", "Host: x")),
                refused("method", 405, of("TRACE {path} HTTP/1.1", "Host: x", "Max-Forwards: 0")),
                refused("method", 400, of("OPTIONS * HTTP/1.1", "Host: x")),
                refused("method", 505, of("PRI * HTTP/2.0") + "SM\r\n\r\n"),
                refused(
                        "method",
                        505,
                        of("PRI * HTTP/2.0") + "SM\r\n\r\n\u0000\u0000\u0000\u0004\u0000\u0000\u0000\u0000\u0000"),
                refused("method", 400, of("A".repeat(33) + " {path} HTTP/1.1", "Host: x")));
    }

    private static Stream<RawCase> right() {
        return Stream.of(
                        "{path}?x=y",
                        "{path}?",
                        "{path}?a[b]=c",
                        "{path}?a=%C3%A9&b=%2F",
                        "{path}?a=b?c/d:@!$&'()*+,;=")
                .map(target -> taken("address", 1, of("GET " + target + " HTTP/1.1", "Host: x")));
    }
}
