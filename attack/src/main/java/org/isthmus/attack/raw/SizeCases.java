package org.isthmus.attack.raw;

import static org.isthmus.attack.raw.RawCase.refused;
import static org.isthmus.attack.raw.RawCase.taken;
import static org.isthmus.attack.raw.RawRequest.get;
import static org.isthmus.attack.raw.RawRequest.of;

import java.util.stream.Stream;

/** Heads at their limits, of 8192 characters of address and 16384 bytes of header fields, and beyond them. */
final class SizeCases {

    private SizeCases() {}

    static Stream<RawCase> all() {
        return Stream.of(
                refused("long address", 414, of("GET {path}?" + "x".repeat(8_192) + " HTTP/1.1", "Host: x")),
                refused("long address", 414, of("GET {path}?" + "x".repeat(70_000) + " HTTP/1.1", "Host: x")),
                refused("long address", 414, "GET /" + "x".repeat(1 << 20)),
                refused("long address", 414, "GET http://" + "x".repeat(20_000) + "{path} HTTP/1.1\r\n"),
                refused("long first line", 414, "G".repeat(100_000)),
                refused("large head", 431, get("Host: x", "X: " + "y".repeat(16_384))),
                refused("large head", 431, get("Host: x", "X: " + "y".repeat(200_000))),
                refused("large head", 431, get("Host: x", "X".repeat(20_000) + ": y")),
                refused("large head", 431, get("Host: x", "X: " + "y".repeat(9_000), "Z: " + "y".repeat(9_000))),
                refused("large head", 431, get("Host: x", "X-Forwarded-For: " + "y".repeat(16_384))),
                refused("large head", 431, "GET {path} HTTP/1.1\r\nHost: x\r\nX: " + "y".repeat(1 << 20)),
                refused("many fields", 431, get("Host: x", "X: y\r\n".repeat(100) + "Z: y")),
                refused("many fields", 431, "GET {path} HTTP/1.1\r\nHost: x\r\n" + "X: y\r\n".repeat(100_000)),
                refused(
                        "large head",
                        431,
                        "GET {path} HTTP/1.1\r\nHost: x\r\n"
                                + "X: yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\r\n".repeat(20_000)),
                taken("long address", 1, of("GET {path}?" + "x".repeat(8_000) + " HTTP/1.1", "Host: x")),
                taken("large head", 1, get("Host: x", "X: " + "y".repeat(16_000))),
                taken("many fields", 1, get("Host: x", "X: y\r\n".repeat(90) + "Z: y")));
    }
}
