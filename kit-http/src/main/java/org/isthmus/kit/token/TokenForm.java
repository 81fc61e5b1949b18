package org.isthmus.kit.token;

import static org.isthmus.kit.token.MalformedToken.require;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether what stands in {@code Authorization} has the form of an access token (RFC 9068, RFC 7515), the same at the gateway and
 * at each service. It is judged before the signature, so that nothing behind it reads a claim of another type than it
 * expects; who signed the token, for whom and until when is left to the check of the provider's keys.
 */
@ApplicationScoped
public class TokenForm {

    /** How a token is asked for where one was sent that is not taken (RFC 6750, section 3.1). */
    public static final String INVALID_TOKEN = "Bearer error=\"invalid_token\"";

    private static final Pattern BEARER =
            Pattern.compile("(?i:bearer) ([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)");

    /** Signatures by a key pair: a service knows nothing that could sign. */
    private static final Set<String> ALGORITHMS =
            Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed25519");

    /** A key that a token brings along, or says where to get, proves nothing. */
    private static final List<String> KEYS = List.of("jwk", "jku", "x5c", "x5u");

    private static final List<String> CODINGS = List.of("b64", "enc", "zip");

    private static final Clock CLOCK = Clock.systemUTC();

    private final Set<String> types;
    private final Claims claims;

    TokenForm(
            @ConfigProperty(name = "isthmus.tokens.types") List<String> types,
            @ConfigProperty(name = "isthmus.tokens.longest-life") Duration longestLife,
            @ConfigProperty(name = "isthmus.tokens.clock-skew") Duration skew) {
        this.types = types.stream().map(String::trim).map(TokenForm::plain).collect(Collectors.toSet());
        this.claims = new Claims(longestLife, skew);
    }

    /** What is wrong, as a sentence that repeats nothing of the token; empty where its form is right. */
    public Optional<String> fault(String authorization) {
        try {
            var parts = BEARER.matcher(authorization);
            require(parts.matches(), "It is the word Bearer and a signed token of three parts in base64url.");
            checkHeader(JsonMembers.read(decoded(parts.group(1))));
            claims.check(JsonMembers.read(decoded(parts.group(2))), CLOCK.instant());
            decoded(parts.group(3));
            return Optional.empty();
        } catch (MalformedToken malformed) {
            return Optional.of(malformed.sentence());
        }
    }

    /** How a token is asked for: who sent none, or spoke of another scheme, is told of no error. */
    public static String challenge(String authorization) {
        return authorization.toLowerCase(Locale.ROOT).startsWith("bearer") ? INVALID_TOKEN : "Bearer";
    }

    /** Each value has one way to be written, so that no token passes in two. */
    private static byte[] decoded(String part) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(part);
            require(
                    Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(bytes)
                            .equals(part),
                    "Its parts are base64url without bits left over.");
            return bytes;
        } catch (IllegalArgumentException e) {
            throw new MalformedToken("Its parts are base64url.");
        }
    }

    private void checkHeader(JsonMembers header) {
        require(
                header.value("alg") instanceof String algorithm && ALGORITHMS.contains(algorithm),
                "Its alg is one of a key pair, such as RS256.");
        require(
                header.has("typ")
                        ? header.value("typ") instanceof String type && types.contains(plain(type))
                        : types.contains("absent"),
                "Its typ says that it is an access token: at+jwt or JWT.");
        require(!header.has("crit"), "Its header has crit, and no extension is understood here.");
        require(KEYS.stream().noneMatch(header::has), "It names its key by kid and does not bring one.");
        require(CODINGS.stream().noneMatch(header::has), "It is signed, and neither encrypted nor compressed.");
        for (String name : List.of("kid", "cty", "x5t", "x5t#S256")) {
            require(
                    !header.has(name) || header.value(name) instanceof String,
                    "The header %s is text.".formatted(name));
        }
    }

    /** Media types know no capitals, and their first half may be left out (RFC 7515, section 4.1.9). */
    private static String plain(String type) {
        return type.toLowerCase(Locale.ROOT).replaceFirst("^application/", "");
    }
}
