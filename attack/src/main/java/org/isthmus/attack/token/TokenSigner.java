package org.isthmus.attack.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes tokens as it is told, with the provider's own RSA key or another one.
 *
 * @param issuer whose tokens are taken
 * @param keyId the name that the provider's key has
 * @param role which the good ones among them have
 */
public record TokenSigner(PrivateKey key, PublicKey publicKey, String keyId, String issuer, String role) {

    /** The header of a good token, by name, each value as JSON. */
    Map<String, String> header() {
        Map<String, String> header = new LinkedHashMap<>();
        header.put("alg", "\"RS256\"");
        header.put("typ", "\"JWT\"");
        header.put("kid", text(keyId));
        return header;
    }

    /** The claims of a good token, by name, each value as JSON. */
    Map<String, String> claims() {
        long now = now();
        Map<String, String> claims = new LinkedHashMap<>();
        claims.put("iss", text(issuer));
        claims.put("sub", text("forger"));
        claims.put("aud", text("isthmus"));
        claims.put("groups", "[" + text(role) + "]");
        claims.put("iat", Long.toString(now));
        claims.put("exp", Long.toString(now + 300));
        return claims;
    }

    static long now() {
        return Instant.ofEpochMilli(System.currentTimeMillis()).getEpochSecond();
    }

    static String text(String value) {
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    static String json(Map<String, String> members) {
        StringBuilder json = new StringBuilder();
        members.forEach((name, value) -> json.append(json.isEmpty() ? "" : ",")
                .append(text(name))
                .append(':')
                .append(value));
        return "{" + json + "}";
    }

    static Map<String, String> with(Map<String, String> members, String name, String json) {
        Map<String, String> changed = new LinkedHashMap<>(members);
        changed.put(name, json);
        return changed;
    }

    static Map<String, String> without(Map<String, String> members, String name) {
        Map<String, String> changed = new LinkedHashMap<>(members);
        changed.remove(name);
        return changed;
    }

    String good() {
        return signed(json(header()), json(claims()));
    }

    /** Signed with the provider's key, whatever the header says. */
    String signed(String header, String claims) {
        return signed(header, claims, key, "SHA256withRSA");
    }

    String signed(String header, String claims, PrivateKey other, String algorithm) {
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(other);
            String content = content(header, claims);
            signature.update(content.getBytes(UTF_8));
            return content + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(algorithm, e);
        }
    }

    /** As if the secret were known: what else may be taken for one is the public key. */
    String withSecret(String header, byte[] secret, String algorithm) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret, algorithm));
            String content = content(header, json(claims()));
            return content + "." + base64(mac.doFinal(content.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(algorithm, e);
        }
    }

    static String content(String header, String claims) {
        return base64(header.getBytes(UTF_8)) + "." + base64(claims.getBytes(UTF_8));
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static KeyPair stranger(String algorithm, int size) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (size > 0) {
                generator.initialize(size);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(algorithm, e);
        }
    }
}
