package org.isthmus.attack.raw;

import static org.isthmus.attack.raw.RawCase.refused;
import static org.isthmus.attack.raw.RawCase.taken;
import static org.isthmus.attack.raw.RawRequest.BODY;
import static org.isthmus.attack.raw.RawRequest.CHUNKS;
import static org.isthmus.attack.raw.RawRequest.of;
import static org.isthmus.attack.raw.RawRequest.post;

import java.util.List;
import java.util.stream.Stream;

/** Versions and transfer codings, with a length beside them and without: RFC 9112, sections 2.3 and 6.1. */
final class CodingCases {

    private static final List<String> UNSPOKEN = List.of("HTTP/1.2", "HTTP/2.0", "HTTP/9.9", "HTTP/0.9", "HTTP/3.0");
    private static final List<String> MALFORMED = List.of(
            "http/1.1",
            "Http/1.1",
            "HTTP/1.10",
            "HTTP/01.1",
            "HTTP/1",
            "HTTP/1.",
            "HTTP/1.1x",
            "HTTPS/1.1",
            "HTTP/-1.1",
            "HTTP/1,1",
            "HTTP /1.1",
            "HTTP/1.1 HTTP/1.1",
            "ICY/1.1",
            "HTTP/\u00b9.1");

    private static final List<String> CODINGS = List.of(
            "Transfer-Encoding: identity, chunked",
            "Transfer-Encoding: chunked, identity",
            "Transfer-Encoding: chunked, chunked",
            "Transfer-Encoding: identity",
            "Transfer-Encoding: gzip, chunked",
            "Transfer-Encoding: chunked, gzip",
            "Transfer-Encoding: gzip",
            "Transfer-Encoding: xchunked",
            "Transfer-Encoding: chunkedx",
            "Transfer-Encoding: chunke",
            "Transfer-Encoding: \"chunked\"",
            "Transfer-Encoding: 'chunked'",
            "Transfer-Encoding: chunked,",
            "Transfer-Encoding: ,chunked",
            "Transfer-Encoding: ,",
            "Transfer-Encoding:",
            "Transfer-Encoding: chunked;q=1",
            "Transfer-Encoding: chunked ;x",
            "Transfer-Encoding: chu nked",
            "Transfer-Encoding: chunked\u000b",
            "Transfer-Encoding:\u000bchunked",
            "Transfer-Encoding: chunked\f",
            "Transfer-Encoding: chunked\u0000",
            "Transfer-Encoding: chunked\u00a0",
            "Transfer-Encoding: \u00e7hunked",
            "Transfer-Encoding : chunked",
            "Transfer-Encoding\t: chunked",
            " Transfer-Encoding: chunked",
            "Transfer-Encoding:\r\n chunked",
            "Transfer-Encoding: chunked\r\n , identity",
            "Transfer-Encoding:\r\n\tchunked",
            "X: y\r\n Transfer-Encoding: chunked",
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
            "Transfer-Encoding: identity\r\nTransfer-Encoding: chunked",
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
            "Transfer-Encoding: chunked\r\ntransfer-encoding: x",
            "Transfer-Encoding: chunked\nX: y",
            "Transfer-Encoding\u0000: chunked",
            "\u0000Transfer-Encoding: chunked",
            "Transfer-Encoding\r: chunked",
            "X: y\rTransfer-Encoding: chunked",
            "X: y\nTransfer-Encoding: chunked");

    private CodingCases() {}

    static Stream<RawCase> all() {
        return Stream.of(versions(), both(), alone(), below(), right()).flatMap(cases -> cases);
    }

    private static Stream<RawCase> versions() {
        Stream<RawCase> unspoken = UNSPOKEN.stream().flatMap(version -> version(version, 505));
        return Stream.concat(unspoken, MALFORMED.stream().flatMap(version -> version(version, 400)));
    }

    private static Stream<RawCase> version(String version, int status) {
        String line = "POST {path} " + version;
        return Stream.of(
                refused("version", status, of("GET {path} " + version, "Host: x")),
                refused("version", status, of(line, "Host: x", "Content-Length: 5") + BODY),
                refused(
                        "version",
                        status,
                        of(line, "Host: x", "Content-Length: 5", "Transfer-Encoding: chunked") + CHUNKS),
                refused(
                        "version",
                        status,
                        of(line, "Host: x", "Transfer-Encoding: chunked", "Content-Length: 5") + CHUNKS));
    }

    private static Stream<RawCase> both() {
        Stream<RawCase> chunked = Stream.of("HTTP/1.0", "HTTP/1.1")
                .flatMap(version -> Stream.of(
                        of("POST {path} " + version, "Host: x", "Content-Length: 5", "Transfer-Encoding: chunked"),
                        of("POST {path} " + version, "Host: x", "Transfer-Encoding: chunked", "Content-Length: 5"),
                        of("POST {path} " + version, "Host: x", "Content-Length: 0", "Transfer-Encoding: chunked"),
                        of("GET {path} " + version, "Host: x", "Content-Length: 5", "transfer-encoding: CHUNKED"),
                        of("POST {path} " + version, "Host: x", "Content-Length:", "Transfer-Encoding: chunked")))
                .map(head -> refused("length and chunks", 400, head + CHUNKS));
        Stream<RawCase> others = CODINGS.stream()
                .map(coding -> refused("length and coding", 400, post("Content-Length: 5", coding) + CHUNKS));
        return Stream.concat(chunked, others);
    }

    private static Stream<RawCase> alone() {
        return CODINGS.stream().map(coding -> refused("coding", 400, post(coding) + CHUNKS));
    }

    private static Stream<RawCase> below() {
        return Stream.concat(
                        Stream.of("Transfer-Encoding: chunked"),
                        CODINGS.stream().limit(10))
                .map(coding ->
                        refused("coding below HTTP/1.1", 400, of("POST {path} HTTP/1.0", "Host: x", coding) + CHUNKS));
    }

    private static Stream<RawCase> right() {
        return Stream.of(
                taken("coding", 1, post("Transfer-Encoding: chunked") + CHUNKS),
                taken("coding", 1, post("transfer-encoding: CHUNKED") + CHUNKS),
                taken("coding", 1, post("Transfer-Encoding:\tchunked\t ") + CHUNKS),
                taken("coding", 2, post("Transfer-Encoding: chunked") + CHUNKS + post("Content-Length: 5") + BODY),
                taken("version", 1, of("GET {path} HTTP/1.0", "Connection: keep-alive")));
    }
}
