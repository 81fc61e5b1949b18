package org.isthmus.kit.lists;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isthmus.kit.http.InvalidRequest;
import org.isthmus.kit.http.Json;

/**
 * Writes and reads where a page ended, encrypted, so that nobody can make one up, use it with another list, or read in it
 * what the rows themselves don't show. The same place always makes the same cursor, since answers that are the same have
 * one entity tag.
 */
@ApplicationScoped
class Cursors {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec secret;
    private final SecretKeySpec key;
    private final ObjectMapper json;

    Cursors(@ConfigProperty(name = "isthmus.cursor-secret") String secret, ObjectMapper json) {
        this.secret = new SecretKeySpec(bytes(secret), "HmacSHA256");
        this.key = new SecretKeySpec(mac("key", new byte[0]), "AES");
        this.json = json;
    }

    /** The list is what the cursor belongs to: its table, its filters and its order. */
    String write(String list, Cursor place) {
        byte[] body = bytes(Json.write(json, place));
        byte[] nonce = Arrays.copyOf(mac(list, body), NONCE);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, list, nonce).doFinal(body);
            byte[] whole = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK has AES/GCM", e);
        }
    }

    Cursor read(String list, String cursor) {
        try {
            byte[] whole = Base64.getUrlDecoder().decode(cursor);
            byte[] nonce = Arrays.copyOf(whole, NONCE);
            byte[] body = cipher(Cipher.DECRYPT_MODE, list, nonce)
                    .doFinal(Arrays.copyOfRange(whole, NONCE, Math.max(NONCE, whole.length)));
            return json.readValue(body, Cursor.class);
        } catch (RuntimeException | GeneralSecurityException | IOException e) {
            // said below: whatever is wrong with it, it is not ours
        }
        throw InvalidRequest.parameter(
                "cursor", "form", "This cursor was not made by this list with these filters and this sort.");
    }

    private Cipher cipher(int mode, String list, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bytes(list));
        return cipher;
    }

    private byte[] mac(String list, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            byte[] owner = bytes(list);
            mac.update(bytes(owner.length + ":"));
            mac.update(owner);
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK has HmacSHA256", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
