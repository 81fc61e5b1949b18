package org.isthmus.testing;

import java.util.List;

/** What careless clients send: bodies, queries, texts and values that no operation may take or stumble over. */
final class Rubbish {

    static final List<String> BODIES = List.of(
            "",
            "{",
            "[]",
            "null",
            "42",
            "{}",
            "{\"unknown\": 1}",
            "\"text\"",
            "{\"id\": {\"id\": [[[[]]]]}}",
            "{\"amount\": {\"amount\": 1.5, \"currency\": \"EUR\"}, \"title\": \"x\", \"reference\": 7, \"version\": -1}");
    static final List<String> QUERIES = List.of(
            "unknown=1",
            "limit=-1",
            "limit=x",
            "cursor=rubbish",
            "sort=%27;drop",
            "asOf=x",
            "q=%00",
            "dryRun=perhaps",
            "asOf=%2B999999999-12-31",
            "asOf=9999999-01-01T00:00:00Z",
            "facets=x");
    /** What is no text: controls, halves of characters, what is no character, what can't be seen. */
    static final List<String> NO_TEXTS = List.of(
            "a\\u0007b",
            "a\\u001bb",
            "a\\u0000b",
            "a\\ufffeb",
            "a\\ud800b",
            "a\\ufffdb",
            "a\\u202eb",
            "",
            "  ",
            "\\u200b\\u00a0");
    /** What names nothing. */
    static final List<String> NO_NAMES =
            List.of("none", " NonE", "A\\u200bB", "A\\ufeffB", "A\\u00adB", "A\\u200eB", "A\\nB");
    /** What is tried as the value of every parameter that an operation documents. */
    static final List<String> VALUES =
            List.of("1E999999999", "%2B6000000-01-01", "-1", "%00", "a,a", "true", "false", "%E9", "%2B5", "%D9%A3");

    private Rubbish() {}
}
