package org.isthmus.attack.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.isthmus.attack.token.TokenSigner.base64;
import static org.isthmus.attack.token.TokenSigner.content;
import static org.isthmus.attack.token.TokenSigner.json;
import static org.isthmus.attack.token.TokenSigner.text;
import static org.isthmus.attack.token.TokenSigner.with;
import static org.isthmus.attack.token.TokenSigner.without;

import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Tokens of good form that the provider's key did not sign: other keys, public keys taken for secrets, no signature at all. */
final class KeyCases {

    private static final List<String> KEY_IDS = List.of(
            "another",
            "",
            " ",
            "../../../../dev/null",
            "x' or '1'='1",
            "http://elsewhere.example/key",
            "x".repeat(2_000));

    private final TokenSigner signer;
    private final KeyPair stranger = TokenSigner.stranger("RSA", 2048);
    private final List<ForgedToken> cases = new ArrayList<>();

    private KeyCases(TokenSigner signer) {
        this.signer = signer;
    }

    static Stream<ForgedToken> all(TokenSigner signer) {
        KeyCases keys = new KeyCases(signer);
        keys.otherKeys();
        keys.secrets();
        keys.signatures();
        return keys.cases.stream();
    }

    private void refuse(String kind, String token) {
        cases.add(new ForgedToken("key, " + kind, "Bearer " + token, false));
    }

    private void otherKeys() {
        Map<String, String> header = signer.header();
        String claims = json(signer.claims());
        for (String algorithm : List.of("RS256", "RS384", "RS512")) {
            refuse(
                    "a stranger's " + algorithm,
                    signer.signed(
                            json(with(header, "alg", text(algorithm))),
                            claims,
                            stranger.getPrivate(),
                            "SHA" + algorithm.substring(2) + "withRSA"));
        }
        refuse("a stranger's, unnamed", signed(without(header, "kid"), claims));
        KEY_IDS.forEach(id -> refuse("a stranger's, named " + id, signed(with(header, "kid", text(id)), claims)));
        refuse(
                "a stranger's, brought along",
                signed(with(header, "jwk", jwk((RSAPublicKey) stranger.getPublic())), claims));
        refuse(
                "a short one",
                signer.signed(
                        json(header), claims, TokenSigner.stranger("RSA", 1024).getPrivate(), "SHA256withRSA"));
        refuse(
                "of a curve",
                signer.signed(
                        json(with(header, "alg", text("ES256"))),
                        claims,
                        TokenSigner.stranger("EC", 256).getPrivate(),
                        "SHA256withECDSAinP1363Format"));
        refuse(
                "of Edwards' curve",
                signer.signed(
                        json(with(header, "alg", text("EdDSA"))),
                        claims,
                        TokenSigner.stranger("Ed25519", 0).getPrivate(),
                        "Ed25519"));
    }

    private String signed(Map<String, String> header, String claims) {
        return signer.signed(json(header), claims, stranger.getPrivate(), "SHA256withRSA");
    }

    private static String jwk(RSAPublicKey key) {
        return "{\"kty\":\"RSA\",\"n\":\"%s\",\"e\":\"AQAB\"}"
                .formatted(base64(key.getModulus().toByteArray()));
    }

    /** The public key is known to all, in each of the forms that a careless reader may take for a secret. */
    private void secrets() {
        byte[] key = signer.publicKey().getEncoded();
        String lines = Base64.getMimeEncoder(64, "\n".getBytes(UTF_8)).encodeToString(key);
        List<byte[]> secrets = List.of(
                key,
                ("-----BEGIN PUBLIC KEY-----\n" + lines + "\n-----END PUBLIC KEY-----\n").getBytes(UTF_8),
                Base64.getEncoder().encode(key),
                ((RSAPublicKey) signer.publicKey()).getModulus().toByteArray(),
                new byte[32],
                "secret".getBytes(UTF_8),
                signer.keyId().getBytes(UTF_8));
        for (String length : List.of("256", "384", "512")) {
            String header = json(with(signer.header(), "alg", text("HS" + length)));
            secrets.forEach(
                    secret -> refuse("public as a secret", signer.withSecret(header, secret, "HmacSHA" + length)));
        }
    }

    private void signatures() {
        String good = signer.good();
        String signature = good.substring(good.lastIndexOf('.') + 1);
        String unsigned = good.substring(0, good.lastIndexOf('.') + 1);
        byte[] bytes = Base64.getUrlDecoder().decode(signature);
        for (int at = 0; at < bytes.length; at += 32) {
            byte[] changed = bytes.clone();
            changed[at] ^= 1;
            refuse("one bit of the signature", unsigned + base64(changed));
        }
        for (int length : List.of(1, 16, 64, 255, 257, 512)) {
            refuse("a signature of %d zeros".formatted(length), unsigned + base64(new byte[length]));
        }
        for (String algorithm : List.of("ES256", "ES384", "EdDSA", "PS256")) {
            String header = json(with(signer.header(), "alg", text(algorithm)));
            refuse("zeros for " + algorithm, content(header, json(signer.claims())) + "." + base64(new byte[64]));
        }
        String other = json(with(signer.claims(), "sub", text("somebody-else")));
        refuse("the signature of other claims", content(json(signer.header()), other) + "." + signature);
        String header = json(with(signer.header(), "cty", text("JWT")));
        refuse("the signature of another header", content(header, json(signer.claims())) + "." + signature);
    }
}
