package org.isthmus.attack.token;

import static org.isthmus.attack.token.TokenSigner.json;
import static org.isthmus.attack.token.TokenSigner.text;
import static org.isthmus.attack.token.TokenSigner.with;
import static org.isthmus.attack.token.TokenSigner.without;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Headers that name no algorithm, another kind of token, or what nobody here understands; signed by the provider's key. */
final class HeaderCases {

    private static final List<String> ALGORITHMS = List.of(
            "\"none\"",
            "\"None\"",
            "\"NONE\"",
            "\"nOnE\"",
            "\"\"",
            "\"rs256\"",
            "\"RS256 \"",
            "\"RS256\\u0000\"",
            "\"RS1\"",
            "\"HS256\"",
            "\"HS512\"",
            "\"RSA-OAEP\"",
            "\"dir\"",
            "\"ES256\"",
            "\"ES512\"",
            "\"EdDSA\"",
            "\"PS256\"",
            "\"RS384\"",
            "\"RS512\"",
            "null",
            "5",
            "true",
            "[\"RS256\"]",
            "{\"alg\":\"RS256\"}");

    private static final List<String> OTHER_TYPES = List.of(
            "\"\"",
            "\" \"",
            "null",
            "5",
            "true",
            "[]",
            "[\"JWT\"]",
            "{}",
            "\"JWS\"",
            "\"JOSE\"",
            "\"JWE\"",
            "\"dpop+jwt\"",
            "\"logout+jwt\"",
            "\"secevent+jwt\"",
            "\"token-introspection+jwt\"",
            "\"refresh+jwt\"",
            "\"oauth-authz-req+jwt\"",
            "\"client-authentication+jwt\"",
            "\"entity-statement+jwt\"",
            "\"vc+jwt\"",
            "\"kb+jwt\"",
            "\"ID\"",
            "\"jwt+at\"",
            "\"at+jwt;x=y\"",
            "\"application/\"",
            "\"application/application/jwt\"",
            "\"text/jwt\"",
            "\"JWT\\u0000\"");

    private static final List<String> TYPES =
            List.of("\"JWT\"", "\"jwt\"", "\"at+jwt\"", "\"AT+JWT\"", "\"application/at+jwt\"", "\"application/jwt\"");

    private static final Map<String, List<String>> EXTENSIONS = Map.of(
            "crit",
                    List.of(
                            "[]",
                            "[\"exp\"]",
                            "[\"b64\"]",
                            "[\"kid\"]",
                            "[\"x\",\"x\"]",
                            "[1]",
                            "null",
                            "\"exp\"",
                            "{}"),
            "b64", List.of("true", "false", "null"),
            "zip", List.of("\"DEF\"", "null"),
            "enc", List.of("\"A256GCM\"", "5"),
            "jwk", List.of("{}", "null", "\"x\""),
            "jku", List.of("\"https://elsewhere.example/keys\"", "\"file:///etc/passwd\"", "5"),
            "x5u", List.of("\"https://elsewhere.example/chain\""),
            "x5c", List.of("[]", "[\"MIIB\"]", "\"MIIB\""),
            "kid", List.of("5", "null", "[]", "{}"),
            "x5t", List.of("5", "{}"));

    private HeaderCases() {}

    static Stream<ForgedToken> all(TokenSigner signer) {
        Map<String, String> header = signer.header();
        Stream<ForgedToken> extensions = EXTENSIONS.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(value -> refused(signer, entry.getKey(), with(header, entry.getKey(), value))));
        return Stream.of(
                        ALGORITHMS.stream().map(value -> refused(signer, "algorithm", with(header, "alg", value))),
                        OTHER_TYPES.stream().map(value -> refused(signer, "typ", with(header, "typ", value))),
                        TYPES.stream()
                                .map(value -> new ForgedToken(
                                        "typ " + value,
                                        "Bearer "
                                                + signer.signed(
                                                        json(with(header, "typ", value)), json(signer.claims())),
                                        true)),
                        extensions,
                        Stream.of(
                                refused(signer, "no algorithm", without(header, "alg")),
                                refused(signer, "no typ", without(header, "typ")),
                                refused(signer, "own extension", with(with(header, "crit", "[\"x\"]"), "x", text("y"))),
                                refused(signer, "empty header", Map.of())))
                .flatMap(cases -> cases);
    }

    private static ForgedToken refused(TokenSigner signer, String kind, Map<String, String> header) {
        String token = signer.signed(json(header), json(signer.claims()));
        return new ForgedToken("header, " + kind + " " + header.getOrDefault(kind, ""), "Bearer " + token, false);
    }
}
