package org.isthmus.attack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.isthmus.reference.ClientTokens;

/** {@code attack/run GATEWAY TOKEN_URL [CASES [SEED]]}: walks over a running system, 300 cases for each operation and role. */
public final class Attack {

    private static final List<String> ROLES = List.of(
            "portal",
            "partner-a",
            "programme-officer",
            "finance-officer",
            "authorising-officer",
            "accounting-officer",
            "archivist-a",
            "assessor",
            "auditor");

    private Attack() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        if (arguments.length < 2) {
            System.err.println(
                    "attack/run GATEWAY TOKEN_URL [CASES [SEED]]"
                            + " sends hostile requests (300 for each operation and role) and lists each answer that is not as"
                            + " documented, for instance: attack/run http://localhost:8080 http://localhost:8084/isthmus/token 20");
            System.exit(2);
        }
        URI gateway = URI.create(arguments[0]);
        int cases = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 300;
        long seed = arguments.length > 3 ? Long.parseLong(arguments[3]) : 1;
        Map<String, Boolean> remedies = new ConcurrentHashMap<>();
        HostileWalk walk = new HostileWalk(
                gateway,
                read(gateway, "/openapi.json"),
                new ClientTokens(URI.create(arguments[1]), client -> "any"),
                code -> remedies.computeIfAbsent(code, any -> isExplained(gateway, code)));
        List<String> wrong = walk.run(ROLES, cases, seed);
        wrong.forEach(System.out::println);
        System.out.printf("%d requests sent, %d answers wrong.%n", walk.sent(), wrong.size());
        System.exit(wrong.isEmpty() ? 0 : 1);
    }

    private static boolean isExplained(URI gateway, String code) {
        try {
            return read(gateway, "/problems/" + code).has("remedy");
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static JsonNode read(URI gateway, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(gateway.resolve(path))
                .header("Accept", "application/json")
                .build();
        return new ObjectMapper()
                .readTree(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .body());
    }
}
