package org.isthmus.kit.lists;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isthmus.kit.http.InvalidRequest;
import org.isthmus.kit.http.Json;

/** Writes and reads where a page ended, signed, so that nobody can make one up or use it with another list. */
@ApplicationScoped
class Cursors {

    private static final int SIGNATURE = 16;

    private final SecretKeySpec secret;
    private final ObjectMapper json;

    Cursors(@ConfigProperty(name = "isthmus.cursor-secret") String secret, ObjectMapper json) {
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        this.json = json;
    }

    /** The list is what the cursor belongs to: its table, its filters and its order. */
    String write(String list, Cursor place) {
        byte[] body = Json.write(json, place).getBytes(StandardCharsets.UTF_8);
        byte[] whole = Arrays.copyOf(sign(list, body), SIGNATURE + body.length);
        System.arraycopy(body, 0, whole, SIGNATURE, body.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    Cursor read(String list, String cursor) {
        try {
            byte[] whole = Base64.getUrlDecoder().decode(cursor);
            byte[] body = Arrays.copyOfRange(whole, SIGNATURE, whole.length);
            if (MessageDigest.isEqual(sign(list, body), Arrays.copyOf(whole, SIGNATURE))) {
                return json.readValue(body, Cursor.class);
            }
        } catch (RuntimeException | java.io.IOException e) {
            // said below: whatever is wrong with it, it is not ours
        }
        throw InvalidRequest.parameter(
                "cursor", "form", "This cursor was not made by this list with these filters and this sort.");
    }

    private byte[] sign(String list, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            byte[] owner = list.getBytes(StandardCharsets.UTF_8);
            mac.update((owner.length + ":").getBytes(StandardCharsets.UTF_8));
            mac.update(owner);
            return Arrays.copyOf(mac.doFinal(body), SIGNATURE);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK has HmacSHA256", e);
        }
    }
}
