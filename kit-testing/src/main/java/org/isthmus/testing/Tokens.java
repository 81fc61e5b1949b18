package org.isthmus.testing;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;

/** Tokens as a provider would issue them, signed with the key of the test run. */
public final class Tokens {

    static final String ISSUER = "http://localhost:1/none";

    private Tokens() {}

    /** A person or machine named as its only role, or as one of several in it, such as {@code finance-officer-b}. */
    public static String of(String client) {
        return of(client, client.replaceFirst("-[abc]$", ""));
    }

    /** A named person with a role, where a rule tells people apart. */
    public static String of(String person, String role) {
        return claims(person, role).jws().sign(TestKeys.privateKey());
    }

    /** A token of its own for a person whose name stands in the claim {@code person}. */
    public static String ofPerson(String person, String role) {
        return claims(UUID.randomUUID().toString(), role)
                .claim("person", person)
                .jws()
                .sign(TestKeys.privateKey());
    }

    public static String ofPartner(String person, String organisation) {
        return claims(person, "partner")
                .claim("organisation", organisation)
                .jws()
                .sign(TestKeys.privateKey());
    }

    /** A person with several roles, who speaks for an organisation. */
    public static String of(String person, Set<String> roles, String organisation) {
        return claims(person, "none")
                .groups(roles)
                .claim("organisation", organisation)
                .jws()
                .sign(TestKeys.privateKey());
    }

    public static String expired(String role) {
        return claims(role, role).expiresIn(Duration.ofSeconds(-3600)).jws().sign(TestKeys.privateKey());
    }

    public static String forAnotherAudience(String role) {
        return claims(role, role).audience("elsewhere").jws().sign(TestKeys.privateKey());
    }

    private static JwtClaimsBuilder claims(String person, String role) {
        return Jwt.subject(person)
                .groups(Set.of(role))
                .audience("isthmus")
                .issuer(ISSUER)
                .expiresIn(Duration.ofHours(2));
    }
}
