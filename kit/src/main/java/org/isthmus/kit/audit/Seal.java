package org.isthmus.kit.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash over a block of rows and the seal before it. */
final class Seal {

    static final String FIRST = "";

    private final MessageDigest digest;

    Seal(String previous) {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
        digest.update(previous.getBytes(StandardCharsets.UTF_8));
    }

    void add(String row) {
        byte[] bytes = row.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }

    String hash() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
