package org.isthmus.stack.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.isthmus.reference.ClientTokens;
import org.isthmus.stack.machine.Ports;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TokenIssuerTest {

    private static final Ports PORTS = Ports.free();
    private static final ClientTokens TOKENS = TokenIssuer.tokens(PORTS);

    @SuppressWarnings("NullAway.Init")
    private static TokenIssuer issuer;

    @BeforeAll
    static void start() {
        issuer = TokenIssuer.start(PORTS);
    }

    @AfterAll
    static void stop() {
        issuer.close();
    }

    @Test
    void aDemoClientIsItselfInItsRoleForTheServices() throws Exception {
        JsonNode claims = claims(TOKENS.apply("finance-officer"));

        assertThat(claims.path("sub").asText()).isEqualTo("finance-officer");
        assertThat(claims.path("groups")).containsExactly(claims.path("sub"));
        assertThat(claims.path("aud").asText()).isEqualTo("isthmus");
        assertThat(claims.has("organisation")).isFalse();
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(4 * 3600);
    }

    @Test
    void aStepThatFollowsAnotherPersonsHasAClientOfItsOwn() throws Exception {
        JsonNode claims = claims(TOKENS.apply("authorising-officer-b"));

        assertThat(claims.path("sub").asText()).isEqualTo("authorising-officer-b");
        assertThat(claims.path("groups").path(0).asText()).isEqualTo("authorising-officer");
    }

    @Test
    void aPartnerSpeaksForItsOrganisation() throws Exception {
        JsonNode claims = claims(TOKENS.apply("partner-b"));

        assertThat(claims.path("groups").path(0).asText()).isEqualTo("partner");
        assertThat(claims.path("organisation").asText()).isEqualTo("ILO");
    }

    @Test
    void theIssuerHasOneNameHoweverItIsAsked() throws Exception {
        ClientTokens askedByName = new ClientTokens(
                URI.create("http://localhost:%d/isthmus/token".formatted(PORTS.tokenIssuer())), client -> "any");

        assertThat(claims(askedByName.apply("portal")).path("iss").asText())
                .isEqualTo(TokenIssuer.url(PORTS).toString());
    }

    @Test
    void nobodyElseGetsAToken() {
        assertThatThrownBy(() -> TOKENS.apply("somebody"))
                .hasMessageContaining("invalid_client")
                .hasMessageContaining("no demo client somebody");
    }

    private static JsonNode claims(String token) throws Exception {
        byte[] json = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        return new ObjectMapper().readTree(new String(json, StandardCharsets.UTF_8));
    }
}
