package org.isthmus.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isthmus.attack.raw.RawAnswer;
import org.isthmus.attack.token.ForgedToken;
import org.isthmus.attack.token.ForgedTokens;
import org.isthmus.gateway.Issuer;
import org.isthmus.gateway.StandIn;
import org.junit.jupiter.api.Test;

/** A token that the provider did not issue for this platform reaches no service, whatever the operation. */
@QuarkusTest
class ForgedTokensTest {

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI gateway;

    @ConfigProperty(name = "test.issuer.port")
    int port;

    @Test
    void aForgedTokenLetsNobodyIn() throws Exception {
        Issuer issuer = new Issuer(port);
        issuer.open();
        try {
            List<ForgedToken> tokens = ForgedTokens.all(issuer.signer());
            assertThat(tokens).hasSizeGreaterThan(400);
            assertThat(wrong(tokens)).isEmpty();
        } finally {
            issuer.close();
        }
    }

    private List<String> wrong(List<ForgedToken> tokens) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (ForgedToken token : tokens) {
            StandIn.REACHED.clear();
            List<RawAnswer> answers = token.ask(gateway, "/v1/payments", "/v1/projects");
            boolean isRight = answers.size() == 2 && answers.stream().allMatch(token::isRight);
            if (!isRight || StandIn.REACHED.size() != (token.isTaken() ? 2 : 0)) {
                wrong.add(token + " -> " + answers);
            }
        }
        return wrong;
    }
}
