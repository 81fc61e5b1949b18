package org.isthmus.kit.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keyed hash over a block of rows and the seal before it. Who can write into the database does not know the key, so
 * nobody makes seals of his own that fit rows that he changed.
 */
final class Seal {

    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;

    /** What is sealed of each row of a table: its place among the others, and its content. */
    static String content(SealedTable table) {
        return "a.position || ' ' || a.transaction::text || ' ' || " + table.content();
    }

    /** The first seal of a chain follows the chain's name. */
    Seal(String key, String previous) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK has " + ALGORITHM, e);
        }
        mac.update(previous.getBytes(StandardCharsets.UTF_8));
    }

    void add(String row) {
        byte[] bytes = row.getBytes(StandardCharsets.UTF_8);
        mac.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        mac.update(bytes);
    }

    String hash() {
        return HexFormat.of().formatHex(mac.doFinal());
    }
}
