package org.isthmus.gateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.isthmus.attack.token.TokenSigner;

/** A small OpenID provider: discovery, keys, and tokens for whoever holds this object. */
public final class Issuer {

    private final int port;
    private HttpServer server = HttpServer.create();
    private KeyPair keys = newKeys();
    private String keyId = "key-" + UUID.randomUUID();

    public Issuer(int port) throws Exception {
        this.port = port;
    }

    public void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress("localhost", port), 0);
        server.createContext("/.well-known/openid-configuration", exchange -> say(exchange, discovery()));
        server.createContext("/keys", exchange -> say(exchange, keySet()));
        server.start();
    }

    public void close() {
        server.stop(0);
    }

    public void rotate() throws Exception {
        keys = newKeys();
        keyId = "key-" + UUID.randomUUID();
    }

    private static KeyPair newKeys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    public String url() {
        return "http://localhost:" + port;
    }

    /** Whoever writes tokens with its key, right or wrong. */
    public TokenSigner signer() {
        return new TokenSigner(keys.getPrivate(), keys.getPublic(), keyId, url(), "auditor");
    }

    public String token() {
        return token("isthmus", Instant.now().plusSeconds(300));
    }

    public String token(String audience, Instant expires) {
        return Jwt.issuer(url())
                .subject("finance-officer")
                .audience(audience)
                .expiresAt(expires)
                .jws()
                .keyId(keyId)
                .sign(keys.getPrivate());
    }

    private Map<String, String> discovery() {
        return Map.of(
                "issuer", url(),
                "jwks_uri", url() + "/keys",
                "token_endpoint", url() + "/token",
                "authorization_endpoint", url() + "/authorize");
    }

    private Map<String, Object> keySet() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return Map.of(
                "keys",
                List.of(Map.of(
                        "kty",
                        "RSA",
                        "use",
                        "sig",
                        "alg",
                        "RS256",
                        "kid",
                        keyId,
                        "n",
                        base64.encodeToString(key.getModulus().toByteArray()),
                        "e",
                        base64.encodeToString(key.getPublicExponent().toByteArray()))));
    }

    private static void say(HttpExchange exchange, Map<String, ?> json) throws IOException {
        try (exchange) {
            byte[] body = new ObjectMapper().writeValueAsBytes(json);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
