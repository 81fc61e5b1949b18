package org.isthmus.attack.token;

import static org.isthmus.attack.token.TokenSigner.json;
import static org.isthmus.attack.token.TokenSigner.now;
import static org.isthmus.attack.token.TokenSigner.text;
import static org.isthmus.attack.token.TokenSigner.with;
import static org.isthmus.attack.token.TokenSigner.without;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Claims that are missing, of another type, for somebody else or for another time; signed by the provider's key. */
final class ClaimCases {

    private static final List<String> NAMES =
            List.of("sub", "jti", "azp", "client_id", "organisation", "person", "country", "preferred_username", "upn");
    private static final List<String> NO_NAMES =
            List.of("null", "true", "5", "[]", "[\"x\"]", "{}", "{\"x\":\"y\"}", "\"x\\u0000y\"", "\"x\\ny\"");
    private static final List<String> NO_LISTS =
            List.of("null", "true", "5", "{}", "\"\"", "[null]", "[5]", "[[]]", "[[\"auditor\"]]", "[{}]", "[\"\"]");
    private static final List<String> NO_TIMES = List.of(
            "null",
            "true",
            "[]",
            "{}",
            "\"\"",
            "\"2100-01-01\"",
            "\"1\"",
            "-1",
            "-0.5",
            "1e400",
            "1e18",
            "9223372036854775808",
            "[1]",
            "{\"x\":1}");

    private ClaimCases() {}

    static Stream<ForgedToken> all(TokenSigner signer) {
        return Stream.of(types(signer), missing(signer), times(signer), others(signer), taken(signer))
                .flatMap(cases -> cases);
    }

    private static ForgedToken refused(TokenSigner signer, String kind, Map<String, String> claims) {
        String token = signer.signed(json(signer.header()), json(claims));
        return new ForgedToken("claims, " + kind, "Bearer " + token, false);
    }

    private static ForgedToken claiming(TokenSigner signer, String name, String value) {
        return refused(signer, name + " is " + value, with(signer.claims(), name, value));
    }

    private static Stream<ForgedToken> types(TokenSigner signer) {
        return Stream.of(
                        NAMES.stream().flatMap(name -> NO_NAMES.stream().map(value -> claiming(signer, name, value))),
                        NO_LISTS.stream().map(value -> claiming(signer, "groups", value)),
                        Stream.of(claiming(signer, "groups", text(signer.role()))),
                        NO_LISTS.stream().map(value -> claiming(signer, "aud", value)),
                        Stream.of("iat", "exp", "nbf")
                                .flatMap(name -> NO_TIMES.stream().map(value -> claiming(signer, name, value))),
                        Stream.of("null", "5", "{}", "[5]").map(value -> claiming(signer, "scope", value)),
                        Stream.of("null", "5", "[]", "\"ID\"", "\"Refresh\"", "\"Offline\"", "\"Logout\"")
                                .map(value -> claiming(signer, "typ", value)),
                        Stream.of(
                                claiming(signer, "sub", text("")),
                                claiming(signer, "sub", text(" ")),
                                claiming(signer, "sub", text("x".repeat(256))),
                                claiming(signer, "groups", "[" + "\"x\",".repeat(500) + text(signer.role()) + "]")))
                .flatMap(cases -> cases);
    }

    private static Stream<ForgedToken> missing(TokenSigner signer) {
        return Stream.of("sub", "iat", "exp", "aud", "iss")
                .map(name -> refused(signer, "no " + name, without(signer.claims(), name)));
    }

    private static Stream<ForgedToken> times(TokenSigner signer) {
        long now = now();
        return Stream.of(
                lasting(signer, "over", now - 600, now - 300),
                lasting(signer, "over for years", now - 400_000_000, now - 399_999_700),
                lasting(signer, "over when it began", now, now),
                lasting(signer, "over before it began", now + 10, now + 5),
                lasting(signer, "from 1970 on", 0, now + 300),
                lasting(signer, "too long", now, now + 12 * 3_600 + 60),
                lasting(signer, "until 9999", now, 253_402_300_799L),
                lasting(signer, "not begun", now + 120, now + 300),
                lasting(signer, "not begun for years", now + 400_000_000, now + 400_000_300),
                lasting(signer, "milliseconds", now * 1_000, now * 1_000 + 300_000),
                lasting(signer, "milliseconds at its end", now, now * 1_000),
                claiming(signer, "nbf", Long.toString(now + 200)));
    }

    private static ForgedToken lasting(TokenSigner signer, String kind, long from, long to) {
        Map<String, String> claims = with(signer.claims(), "iat", Long.toString(from));
        return refused(signer, kind, with(claims, "exp", Long.toString(to)));
    }

    private static Stream<ForgedToken> others(TokenSigner signer) {
        return Stream.of(
                claiming(signer, "aud", text("elsewhere")),
                claiming(signer, "aud", text("isthmus ")),
                claiming(signer, "aud", text("ISTHMUS")),
                claiming(signer, "aud", text("isthmus,elsewhere")),
                claiming(signer, "aud", "[]"),
                claiming(signer, "aud", "[\"elsewhere\",\"account\"]"),
                claiming(signer, "iss", text("https://elsewhere.example")),
                claiming(signer, "iss", text(signer.issuer() + "/")),
                claiming(signer, "iss", text(" " + signer.issuer())),
                claiming(signer, "iss", "[" + text(signer.issuer()) + "]"),
                claiming(signer, "iss", "5"),
                claiming(signer, "iss", "{}"),
                claiming(signer, "iss", "null"));
    }

    private static Stream<ForgedToken> taken(TokenSigner signer) {
        long now = now();
        return Stream.of(
                        signer.claims(),
                        with(signer.claims(), "aud", "[\"account\",\"isthmus\"]"),
                        with(signer.claims(), "exp", (now + 300) + ".5"),
                        with(signer.claims(), "iat", Long.toString(now - 200)),
                        with(signer.claims(), "iat", Long.toString(now + 5)),
                        with(signer.claims(), "nbf", Long.toString(now - 200)),
                        with(signer.claims(), "scope", text("openid profile")),
                        with(signer.claims(), "scope", "[\"openid\"]"),
                        with(signer.claims(), "typ", text("Bearer")),
                        with(signer.claims(), "organisation", text("ILO")),
                        with(signer.claims(), "organisation", text("")),
                        with(signer.claims(), "realm_access", "{\"roles\":[\"x\"]}"),
                        with(signer.claims(), "unknown", "[[{}],null,1.5e3]"))
                .map(claims -> new ForgedToken(
                        "claims, good", "Bearer " + signer.signed(json(signer.header()), json(claims)), true));
    }
}
