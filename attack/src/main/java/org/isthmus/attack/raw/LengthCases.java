package org.isthmus.attack.raw;

import static org.isthmus.attack.raw.RawCase.abandoned;
import static org.isthmus.attack.raw.RawCase.refused;
import static org.isthmus.attack.raw.RawCase.refusedAfterOne;
import static org.isthmus.attack.raw.RawCase.taken;
import static org.isthmus.attack.raw.RawRequest.BODY;
import static org.isthmus.attack.raw.RawRequest.of;
import static org.isthmus.attack.raw.RawRequest.post;

import java.util.List;
import java.util.stream.Stream;

/** What Content-Length may say: RFC 9112, section 6.2. */
final class LengthCases {

    private static final List<String> WRONG = List.of(
            "+5",
            "-5",
            "-0",
            "0x5",
            "5h",
            "5.0",
            "5e0",
            "5,5",
            "5, 5",
            "5,6",
            "5 5",
            "5;5",
            "\"5\"",
            "",
            " ",
            "five",
            "0b101",
            "5_0",
            "1_000",
            "\u00b2",
            "5\u00a0",
            "5,",
            ",5",
            "18446744073709551621",
            "9223372036854775808",
            "4294967301000000000000",
            "1e999",
            "NaN",
            "\t+5",
            "5\u000b",
            "5\u0000",
            "0x0",
            "00000000000000000000005");

    private LengthCases() {}

    static Stream<RawCase> all() {
        Stream<RawCase> wrong =
                WRONG.stream().map(length -> refused("length", 400, post("Content-Length: " + length) + BODY));
        return Stream.of(wrong, doubled(), partial(), right()).flatMap(cases -> cases);
    }

    private static Stream<RawCase> doubled() {
        return Stream.of(
                        post("Content-Length: 5", "Content-Length: 6"),
                        post("Content-Length: 6", "Content-Length: 5"),
                        post("Content-Length: 5", "Content-Length: 5"),
                        post("Content-Length: 5", "content-length: 0"),
                        post("Content-Length: 0", "CONTENT-LENGTH: 5"),
                        post("Content-Length: 5", "X: y", "Content-Length: 5"),
                        post("Content-Length: 5", "Content-Length:"),
                        of("POST {path} HTTP/1.0", "Content-Length: 5", "Content-Length: 6"),
                        of("GET {path} HTTP/1.1", "Host: x", "Content-Length: 5", "Content-Length: 0"))
                .map(head -> refused("length twice", 400, head + BODY));
    }

    private static Stream<RawCase> partial() {
        return Stream.of(
                abandoned("length beyond the body", post("Content-Length: 6") + BODY),
                abandoned("length beyond the body", post("Content-Length: 500") + BODY),
                abandoned("length beyond the body", post("Content-Length: 999999") + BODY),
                abandoned("length beyond the body", post("Content-Length: 5")),
                abandoned("chunks without an end", post("Transfer-Encoding: chunked") + "5\r\nhello\r\n"),
                abandoned("chunks without an end", post("Transfer-Encoding: chunked") + "5\r\nhel"),
                abandoned("chunks without an end", post("Transfer-Encoding: chunked") + "5\r\nhello\r\n0\r\n"),
                abandoned("chunks without an end", post("Transfer-Encoding: chunked")),
                abandoned("head without an end", "POST {path} HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n"),
                refusedAfterOne(
                        "length below the body", 400, post("Content-Length: 2") + BODY + " is no request\r\n\r\n"),
                refusedAfterOne(
                        "length below the body", 400, post("Content-Length: 0") + "hello {path} HTTP/9\r\n\r\n"));
    }

    private static Stream<RawCase> right() {
        return Stream.of(
                taken("length", 1, post("Content-Length: 5") + BODY),
                taken("length", 1, post("content-length:5") + BODY),
                taken("length", 1, post("Content-Length:   5  ") + BODY),
                taken("length", 1, post("Content-Length:\t5") + BODY),
                taken("length", 1, post("Content-Length: 0")),
                taken("length", 1, post("Content-Length: 00005") + BODY),
                taken("length", 1, post()),
                taken("length", 2, post("Content-Length: 5") + BODY + post("Content-Length: 5") + BODY),
                taken("length", 1, of("POST {path} HTTP/1.0", "Connection: keep-alive", "Content-Length: 5") + BODY),
                taken("length", 1, of("GET {path} HTTP/1.1", "Host: x", "Content-Length: 5") + BODY));
    }
}
