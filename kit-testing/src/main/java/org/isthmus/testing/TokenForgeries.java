package org.isthmus.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;
import org.isthmus.attack.raw.RawAnswer;
import org.isthmus.attack.token.ForgedToken;
import org.isthmus.attack.token.ForgedTokens;
import org.isthmus.attack.token.TokenSigner;
import org.isthmus.kit.access.Policy;

/** Sends each forged token to the own port of a service: to what auditors may read, and to what everybody may. */
public final class TokenForgeries {

    private TokenForgeries() {}

    /** The tokens that were answered otherwise than they must be, each with the answers. */
    public static List<String> wrong() throws IOException {
        TokenSigner signer =
                new TokenSigner(TestKeys.privateKey(), TestKeys.publicOne(), "of-the-test", Tokens.ISSUER, "auditor");
        URI service = URI.create("http://localhost:" + RestAssured.port);
        String ofAuditors = listFor("auditor");
        String ofEverybody = listFor(Policy.PUBLIC);
        List<String> wrong = new ArrayList<>();
        for (ForgedToken token : ForgedTokens.all(signer)) {
            List<RawAnswer> answers = token.ask(service, ofAuditors, ofEverybody);
            if (answers.size() != 2 || !answers.stream().allMatch(token::isRight)) {
                wrong.add(token + " -> " + answers);
            }
        }
        return wrong;
    }

    /** The address of the first list that is open to this role and to no other. */
    private static String listFor(String role) {
        Map<String, Set<String>> policy = Policy.read();
        for (Map.Entry<String, JsonNode> path :
                OpenApiDocument.asJson().path("paths").properties()) {
            String operation = path.getValue().at("/get/operationId").asText();
            if (operation.startsWith("list")
                    && !path.getKey().contains("{id}")
                    && Set.of(role).equals(policy.get(operation))) {
                String service = ConfigProvider.getConfig().getValue("isthmus.service", String.class);
                return path.getKey().replace("{service}", service) + "?limit=1";
            }
        }
        throw new IllegalStateException("no list is for " + role);
    }
}
