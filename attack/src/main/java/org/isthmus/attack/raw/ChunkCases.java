package org.isthmus.attack.raw;

import static org.isthmus.attack.raw.RawRequest.chunked;

import java.util.stream.Stream;

/** Sizes, extensions, ends and trailers of chunks: RFC 9112, section 7.1. */
final class ChunkCases {

    private static final String END = "0\r\n\r\n";

    private ChunkCases() {}

    static Stream<RawCase> all() {
        return Stream.of(sizes(), ends(), extensions(), trailers(), right()).flatMap(cases -> cases);
    }

    private static Stream<RawCase> sizes() {
        return Stream.of(
                        "10000000000000005",
                        "ffffffffffffffff5",
                        "FFFFFFFFFFFFFFFF",
                        "8000000000000000",
                        "100000000000000000000000005",
                        "00000000000000000000000000000005",
                        "-5",
                        "+5",
                        "0x5",
                        "0X5",
                        "x5",
                        "5_0",
                        "_5",
                        "5 ",
                        " 5",
                        "5\t",
                        "\t5",
                        "5 5",
                        "5,5",
                        "5.",
                        "",
                        " ",
                        "g",
                        "5h",
                        "\"5\"",
                        "five",
                        "\u00b5",
                        "5\u0000",
                        "\u00005",
                        "5\u000b",
                        "-0",
                        "0x0",
                        "0,",
                        "\u001b5")
                .map(size -> refused("size of a chunk", size + "\r\nhello\r\n" + END));
    }

    private static Stream<RawCase> ends() {
        return Stream.of(
                refused("end of a chunk", "5\nhello\r\n" + END),
                refused("end of a chunk", "5\rhello\r\n" + END),
                refused("end of a chunk", "5\r\rhello\r\n" + END),
                refused("end of a chunk", "5\n\rhello\r\n" + END),
                refused("end of a chunk", "5\r\nhello\n" + END),
                refused("end of a chunk", "5\r\nhello\r" + END),
                refused("end of a chunk", "5\r\nhello" + END),
                refused("end of a chunk", "5\r\nhello\n\r" + END),
                refused("end of a chunk", "5\r\nhelloX\r\n" + END),
                refused("end of a chunk", "5\r\nhello \r\n" + END),
                refused("end of a chunk", "5\r\nhell\r\n" + END),
                refused("end of a chunk", "4\r\nhello\r\n" + END),
                refused("end of a chunk", "\r\n5\r\nhello\r\n" + END),
                refused("end of a chunk", "5\r\nhello\r\n\r\n" + END),
                refused("end of the chunks", "5\r\nhello\r\n0\n\n"),
                refused("end of the chunks", "5\r\nhello\r\n0\r\n\n"),
                refused("end of the chunks", "5\r\nhello\r\n0\n\r\n"),
                refused("end of the chunks", "5\r\nhello\r\n0\r\r\n"),
                refused("end of the chunks", "5\r\nhello\r\n0 \r\n\r\n"));
    }

    private static Stream<RawCase> extensions() {
        return Stream.of(
                        ";a\u0000b",
                        ";a=\u0000",
                        ";a\nb",
                        ";a\rb",
                        ";\n",
                        ";a=\"\r\n\"",
                        ";a\u001bb",
                        " ;a",
                        "\t;a",
                        ",a",
                        ";a\r",
                        ";" + "a".repeat(300),
                        ";a\u007f",
                        ";a=\"\n\"")
                .map(extension -> refused("extension of a chunk", "5" + extension + "\r\nhello\r\n" + END));
    }

    private static Stream<RawCase> trailers() {
        return Stream.of(
                        "Content-Length: 5",
                        "Transfer-Encoding: chunked",
                        "Host: y",
                        "content-length: 0",
                        "Authorization: Bearer x",
                        "Connection: close",
                        " folded",
                        "X: y\r\n z",
                        "X : y",
                        ": y",
                        "X",
                        "X\u0000: y",
                        "X: \u0000",
                        "X: y\nZ: z",
                        "X: y\rZ: z",
                        "Content-Type: text/plain",
                        "X: " + "y".repeat(5_000),
                        "GET {path} HTTP/1.1")
                .map(trailer -> refused("trailer", "5\r\nhello\r\n0\r\n" + trailer + "\r\n\r\n"));
    }

    private static Stream<RawCase> right() {
        return Stream.of(
                        "5\r\nhello\r\n" + END,
                        "2\r\nhe\r\n3\r\nllo\r\n" + END,
                        "005\r\nhello\r\n000\r\n\r\n",
                        "A\r\nhellohello\r\n" + END,
                        "a\r\nhello\r\n012\r\n" + END,
                        "5;a=b\r\nhello\r\n0;c\r\n\r\n",
                        "5;a=\"b c\"\r\nhello\r\n" + END,
                        "5\r\nhello\r\n0\r\nX-Checked: y\r\n\r\n",
                        END)
                .map(chunks -> RawCase.taken("chunks", 1, chunked(chunks)));
    }

    private static RawCase refused(String kind, String chunks) {
        return RawCase.refused(kind, 400, chunked(chunks));
    }
}
