package org.isthmus.kit.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash over a block of rows and the seal before it. */
final class Seal {

    private final MessageDigest digest;

    /** What is sealed of each row of a table: its place among the others, and its content. */
    static String content(SealedTable table) {
        return "a.position || ' ' || a.transaction::text || ' ' || " + table.content();
    }

    /** The first seal of a chain follows the chain's name. */
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
