package org.isthmus.attack.raw;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks for an address with header fields and parameters that are well framed and make no sense: {@code Accept: ;},
 * {@code ?sort=,} and their kind. Whatever is thought of them, nothing may fail over them.
 */
public final class NonsenseWalk {

    private static final List<String> FIELDS = List.of(
            "Accept: ;",
            "Accept: ,",
            "Accept: /",
            "Accept: *",
            "Accept: application",
            "Accept: application/",
            "Accept: application/json;",
            "Accept: application/json;q=",
            "Accept: application/json;q=2;q=x",
            "Accept: application/json;charset=\"",
            "Accept: */*;q=;",
            "Accept: text/csv;;q",
            "Accept: \u00e9/\u00e9",
            "Accept-Encoding: ;",
            "Accept-Encoding: gzip;",
            "Accept-Encoding: gzip;q=,*;q",
            "Accept-Language: ;",
            "Accept-Language: -",
            "Accept-Language: en-,;q=",
            "Content-Encoding: ;",
            "Content-Language: ;",
            "If-Match: \"",
            "If-Match: W/",
            "If-Match: ,",
            "If-Match: *,*",
            "If-None-Match: \"",
            "If-None-Match: W/",
            "If-None-Match: \"a\" \"b\"",
            "If-Modified-Since: ,",
            "If-Modified-Since: Thu, 99 Zzz 99999 99:99:99 GMT",
            "If-Unmodified-Since: ;",
            "If-Unmodified-Since: 99999999999999999999",
            "If-Range: \"",
            "Range: bytes",
            "Range: bytes=-",
            "Range: =;",
            "Prefer: ;",
            "Cookie: ;",
            "Cookie: =",
            "Cookie: a=\"",
            "Origin: ;",
            "Origin: http://",
            "Referer: :",
            "Forwarded: ;",
            "Forwarded: for=\"[\"",
            "Forwarded: for=;proto=;host=",
            "X-Forwarded-For: ;",
            "X-Forwarded-For: [::",
            "X-Forwarded-For: 1.2.3.4:99999999",
            "X-Forwarded-Proto: ;",
            "X-Forwarded-Host: :",
            "X-Forwarded-Host: [",
            "X-Forwarded-Host: a:99999999",
            "X-Forwarded-Port: -1",
            "X-Forwarded-Prefix: //",
            "X-HTTP-Method-Override: ;",
            "X-Request-Id: ;",
            "traceparent: ;",
            "traceparent: 00--",
            "tracestate: =",
            "baggage: ;=",
            "Idempotency-Key: \"",
            "Idempotency-Key: \u00e9",
            "Upgrade-Insecure-Requests: ;",
            "Max-Forwards: -");

    /** Whole queries. */
    private static final List<String> QUERIES = List.of(
            "", "&", "=", "=x", "&&", "%00", "%00=%00", "=&=", "a%3Db", "%2E%2E", "+", "%C3%A9=%C3%A9", "%ED%A0%80=1");

    /** What is sent as the value of each parameter. */
    private static final List<String> VALUES = List.of(
            "",
            ",",
            ",,",
            "a,",
            ",a",
            ";",
            "-",
            "--",
            "-,",
            "+",
            "%20",
            "%2C",
            ":",
            "%7B%7D",
            "%5B",
            "%22",
            "%27",
            "%5C",
            "*",
            "..",
            "%00",
            "%FF",
            "%C0%AF",
            "%ED%A0%80",
            "null",
            "true,false",
            "1e9",
            "99999999999999999999",
            "-0",
            "0x1",
            "2026-02-30",
            "2026-1-1",
            "T",
            "2026-01-01T",
            "P1D",
            "%E2%80%AE",
            "%F0%9F%98%80",
            "a%0Ab");

    private final URI server;
    private final String credentials;
    private final int every;
    private int made;

    /**
     * @param authorization of who asks; empty for nobody
     */
    public NonsenseWalk(URI server, String authorization) {
        this(server, authorization, 1);
    }

    /** The same with each so manieth of them: the next address goes on where the last one ended. */
    public NonsenseWalk(URI server, String authorization, int every) {
        this.server = server;
        this.every = every;
        this.credentials = authorization.isEmpty() ? "" : "Authorization: " + authorization + "\r\n";
    }

    /** What was answered with a failure, or refused without a problem. */
    public List<String> wrong(String method, String path, List<String> parameters) throws IOException {
        List<String> requests = new ArrayList<>();
        FIELDS.forEach(field -> requests.add(request(method, path, field)));
        QUERIES.forEach(query -> requests.add(request(method, path + "?" + query, "X: y")));
        for (String parameter : parameters) {
            requests.add(request(method, path + "?" + parameter, "X: y"));
            requests.add(request(method, "%1$s?%2$s=a&%2$s=b".formatted(path, parameter), "X: y"));
            VALUES.forEach(value -> requests.add(request(method, path + "?" + parameter + "=" + value, "X: y")));
        }
        return wrong(requests.stream().filter(request -> made++ % every == 0).toList());
    }

    private String request(String method, String path, String field) {
        String body = method.equals("GET") || method.equals("HEAD") ? "" : "{}";
        String type = method.equals("PATCH") ? "application/merge-patch+json" : "application/json";
        String length = body.isEmpty() ? "" : "Content-Type: %s\r\nContent-Length: 2\r\n".formatted(type);
        return "%s %s HTTP/1.1\r\nHost: x\r\n%s%s%s\r\n\r\n%s"
                .formatted(method, path, credentials, length, field, body);
    }

    /** All on one connection where all are answered, else each on its own. */
    private List<String> wrong(List<String> requests) throws IOException {
        List<String> wrong = new ArrayList<>();
        List<RawAnswer> answers = send(requests);
        for (int i = 0; i < requests.size(); i++) {
            List<RawAnswer> one =
                    answers.size() == requests.size() ? List.of(answers.get(i)) : send(List.of(requests.get(i)));
            if (one.size() != 1 || !isRight(one.getFirst())) {
                wrong.add(requests.get(i).replace(credentials, "").replace("\r\n", " | ") + " -> " + one);
            }
        }
        return wrong;
    }

    private static boolean isRight(RawAnswer answer) {
        return answer.status() < 400 || answer.status() < 500 && answer.isProblem();
    }

    private List<RawAnswer> send(List<String> requests) throws IOException {
        String last = requests.getLast().replaceFirst("\r\n", "\r\nConnection: close\r\n");
        String all = String.join("", requests.subList(0, requests.size() - 1)) + last;
        return new RawSocket(server).send(all.getBytes(ISO_8859_1));
    }
}
