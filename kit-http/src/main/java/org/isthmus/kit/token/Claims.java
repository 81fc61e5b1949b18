package org.isthmus.kit.token;

import static org.isthmus.kit.token.MalformedToken.require;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the claims of an access token must be: the types of those that are read here or by a library, and its times.
 *
 * @param longestLife from iat to exp
 * @param skew how far the provider's clock may be ahead
 */
record Claims(Duration longestLife, Duration skew) {

    private static final int LONGEST_NAME = 255;
    private static final int MOST_GROUPS = 200;

    /** The end of the year 9999. */
    private static final BigDecimal LAST_SECOND = BigDecimal.valueOf(253_402_300_799L);

    /** Claims that name somebody or something, where they are there. */
    private static final List<String> NAMES =
            List.of("iss", "jti", "azp", "client_id", "organisation", "person", "country", "upn", "preferred_username");

    void check(JsonMembers claims, Instant now) {
        require(isName(claims.value("sub")), "Its sub names who it is for, in at most 255 characters.");
        for (String name : NAMES) {
            require(
                    !claims.has(name) || isText(claims.value(name)),
                    "Its %s is a text of at most 255 characters.".formatted(name));
        }
        require(
                isName(claims.value("aud"))
                        || isNames(claims.value("aud")) && !List.of().equals(claims.value("aud")),
                "Its aud is a text or a list of texts.");
        require(!claims.has("groups") || isNames(claims.value("groups")), "Its groups are a list of texts.");
        require(
                !claims.has("scope") || claims.value("scope") instanceof String || isNames(claims.value("scope")),
                "Its scope is a text.");
        require(
                !claims.has("typ") || claims.value("typ") instanceof String use && use.equalsIgnoreCase("Bearer"),
                "Its claim typ is Bearer: refresh, identity and logout tokens let nobody in.");
        checkTimes(claims, now);
    }

    private void checkTimes(JsonMembers claims, Instant now) {
        BigDecimal issued = time(claims, "iat");
        BigDecimal expires = time(claims, "exp");
        BigDecimal latest =
                seconds(Duration.ofSeconds(now.getEpochSecond(), now.getNano()).plus(skew));
        require(issued.compareTo(latest) <= 0, "Its iat is in the future.");
        require(expires.compareTo(issued) > 0, "Its exp is after its iat.");
        require(
                expires.subtract(issued).compareTo(seconds(longestLife)) <= 0,
                "It is valid for %s at most, from iat to exp.".formatted(longestLife));
        require(!claims.has("nbf") || time(claims, "nbf").compareTo(latest) <= 0, "Its nbf is in the future.");
    }

    private static BigDecimal time(JsonMembers claims, String name) {
        if (claims.value(name) instanceof BigDecimal time && time.signum() >= 0 && time.compareTo(LAST_SECOND) <= 0) {
            return time;
        }
        throw new MalformedToken("Its %s is there and a number of seconds since 1970.".formatted(name));
    }

    private static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis()).movePointLeft(3);
    }

    private static boolean isNames(@Nullable Object value) {
        return value instanceof List<?> list
                && list.size() <= MOST_GROUPS
                && list.stream().allMatch(Claims::isName);
    }

    private static boolean isName(@Nullable Object value) {
        return isText(value) && !String.valueOf(value).isBlank();
    }

    /** Also one that says nothing, as providers write what they do not know. */
    private static boolean isText(@Nullable Object value) {
        return value instanceof String text
                && text.length() <= LONGEST_NAME
                && text.codePoints().noneMatch(Character::isISOControl);
    }
}
