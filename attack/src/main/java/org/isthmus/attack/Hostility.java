package org.isthmus.attack;

import java.util.List;
import java.util.Random;

/** Values that careless and hostile callers send. */
final class Hostility {

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "none",
            "null",
            "' or 1=1 --",
            "\"); drop table project; --",
            "=HYPERLINK(1)",
            "../../etc/passwd",
            "<script>alert(1)</script>",
            "${jndi:ldap://x}",
            "a\u0000b",
            "a\u0007b",
            "a\ufffeb",
            "\ud800",
            "\u202edeh",
            "\u200b",
            "\ud83d\ude00",
            "e\u0301".repeat(300),
            "x".repeat(20_000),
            "-1",
            "0",
            "1E999999999",
            "0x1F",
            "NaN",
            "99999999999999999999999999999999999999.99",
            "0.000000000000000000001",
            "0000-00-00",
            "2026-02-30",
            "+999999999-12-31",
            "-5000-01-01",
            "9999-12-31T23:59:59.999999999999Z",
            "2026-11-27T25:00:00Z",
            "00000000-0000-0000-0000-000000000000",
            "md",
            "ZZ",
            "EUR;USD",
            "a,a,,b",
            "%00",
            "%ff%fe",
            "*");
    private static final List<String> JSON = List.of(
            "null",
            "true",
            "[]",
            "{}",
            "-0",
            "1e400",
            "1E999999999",
            "123456789012345678901234567890.5",
            "[[[[[[[[[[]]]]]]]]]]",
            "{\"a\":{\"a\":{\"a\":1}}}",
            "[null]",
            "\"\\ud800\"",
            "\"\\u0000\"");
    private static final List<String> BODIES = List.of(
            "",
            " ",
            "{",
            "}",
            "[",
            "nul",
            "NaN",
            "'a'",
            "{\"a\":1,\"a\":2}",
            "{\"a\":1}{\"b\":2}",
            "\ufeff{}",
            "{\"__proto__\":{}}",
            "[" + "[".repeat(3_000),
            "{\"reference\":\"" + "x".repeat(100_000) + "\"}",
            "<xml/>",
            "a=b");
    private static final List<List<String>> HEADERS = List.of(
            List.of("Accept", "application/xml"),
            List.of("Accept", "*/*;q=0"),
            List.of("Accept", ";;;"),
            List.of("Accept-Encoding", "gzip;q=zero, *;q=9"),
            List.of("Accept-Language", "x".repeat(2_000)),
            List.of("Authorization", "Bearer"),
            List.of("Authorization", "Bearer a.b.c"),
            List.of("Authorization", "Basic YTpi"),
            List.of("Content-Encoding", "gzip"),
            List.of("Content-Type", "application/json; charset=utf-16"),
            List.of("Content-Type", "text/plain"),
            List.of("Content-Type", ";"),
            List.of("Idempotency-Key", ""),
            List.of("Idempotency-Key", "k".repeat(300)),
            List.of("If-Match", "v1"),
            List.of("If-Match", "\"v999\""),
            List.of("If-Match", "*"),
            List.of("If-None-Match", "\"\"\","),
            List.of("If-Modified-Since", "never"),
            List.of("Range", "bytes=9-1"),
            List.of("X-Request-Id", "a b\tc"),
            List.of("X-HTTP-Method-Override", "DELETE"),
            List.of("traceparent", "00-zz-zz-zz"),
            List.of("Origin", "null"),
            List.of("Cookie", "a=b; ".repeat(300)));
    private static final List<String> IDS = List.of(
            "00000000-0000-0000-0000-000000000000",
            "1",
            "'",
            "%27%20or%201=1",
            "%00",
            "%2e%2e",
            "%2F",
            "%",
            "none",
            "x".repeat(3_000),
            "%F0%9F%98%80",
            ";jsessionid=1",
            "0-0-0-0-0");

    private Hostility() {}

    static String text(Random chance) {
        return pick(TEXTS, chance);
    }

    static String json(Random chance) {
        return pick(JSON, chance);
    }

    static String body(Random chance) {
        return pick(BODIES, chance);
    }

    static List<String> header(Random chance) {
        return pick(HEADERS, chance);
    }

    static String id(Random chance) {
        return pick(IDS, chance);
    }

    private static <T> T pick(List<T> values, Random chance) {
        return values.get(chance.nextInt(values.size()));
    }
}
