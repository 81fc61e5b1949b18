package org.isthmus.stack.token;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.TokenRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import no.nav.security.mock.oauth2.OAuth2Exception;
import no.nav.security.mock.oauth2.extensions.NimbusExtensionsKt;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;

/**
 * One client per role, named as the role, further ones where a step follows another person's ({@code finance-officer-b}),
 * and two partners of two organisations that lead projects of the reference data; anybody else gets no token.
 */
public record DemoClients(String issuerId, URI issuer) implements OAuth2TokenCallback {

    private static final List<String> ROLES = List.of(
            "portal",
            "programme-officer",
            "finance-officer",
            "authorising-officer",
            "accounting-officer",
            "assessor",
            "auditor");
    private static final Map<String, String> FURTHER = new TreeMap<>(Map.of(
            "finance-officer-b", "finance-officer",
            "authorising-officer-b", "authorising-officer",
            "accounting-officer-b", "accounting-officer",
            "archivist-a", "archivist",
            "archivist-b", "archivist",
            "assessor-a", "assessor",
            "assessor-b", "assessor",
            "assessor-c", "assessor"));
    private static final Map<String, String> PARTNERS = new TreeMap<>(Map.of("partner-a", "IOM", "partner-b", "ILO"));

    public static List<String> names() {
        List<String> names = new ArrayList<>(ROLES);
        names.addAll(FURTHER.keySet());
        names.addAll(PARTNERS.keySet());
        return names;
    }

    /** The only role of a client. */
    public static String role(String client) {
        return PARTNERS.containsKey(client) ? "partner" : FURTHER.getOrDefault(client, client);
    }

    @Override
    public String subject(TokenRequest request) {
        return client(request);
    }

    @Override
    public String typeHeader(TokenRequest request) {
        return "JWT";
    }

    @Override
    public List<String> audience(TokenRequest request) {
        return List.of("isthmus");
    }

    /** The issuer is named as the services know it, by whatever name of this machine it was asked. */
    @Override
    public Map<String, Object> addClaims(TokenRequest request) {
        String client = client(request);
        Map<String, Object> claims = new HashMap<>();
        claims.put("iss", issuer.toString());
        claims.put("groups", List.of(role(client)));
        Optional.ofNullable(PARTNERS.get(client)).ifPresent(organisation -> claims.put("organisation", organisation));
        return claims;
    }

    /** Long enough for an afternoon of trying things out. */
    @Override
    public long tokenExpiry() {
        return 4 * 3600;
    }

    private static String client(TokenRequest request) {
        String client = NimbusExtensionsKt.clientIdAsString(request);
        if (!names().contains(client)) {
            String detail = "There is no demo client %s, only %s".formatted(client, String.join(", ", names()));
            throw new OAuth2Exception(OAuth2Error.INVALID_CLIENT.setDescription(detail), detail);
        }
        return client;
    }
}
