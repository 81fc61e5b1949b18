package org.isthmus.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.isthmus.stack.token.DemoClients;
import org.junit.jupiter.api.Test;

/** What the files of {@code docker compose} promise, without an engine. */
class DeployTest {

    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void eachDemoClientHasASecretOfItsOwnThatIsMadeAtRandom() throws IOException {
        List<String> secrets = new ArrayList<>();
        for (JsonNode client : realm("demo/isthmus-demo-realm.json").path("clients")) {
            String variable = "CLIENT_SECRET_"
                    + client.path("clientId").asText().toUpperCase(Locale.ROOT).replace('-', '_');
            assertThat(client.path("secret").asText()).isEqualTo("${%s}", variable);
            secrets.add(variable);
        }

        assertThat(secrets).hasSameSizeAs(DemoClients.names()).doesNotHaveDuplicates();
        assertThat(text(".env.example").lines())
                .contains(secrets.stream().map(name -> name + "=").toArray(String[]::new));
        assertThat(text("docker-compose.yml")).contains(secrets);
    }

    @Test
    void aDemoClientMayOnlyWhatItsRoleMay() throws IOException {
        JsonNode realm = realm("demo/isthmus-demo-realm.json");
        TreeMap<String, String> mapped = new TreeMap<>();
        realm.path("scopeMappings")
                .forEach(mapping -> mapped.put(
                        mapping.path("client").asText(), mapping.at("/roles/0").asText()));

        for (JsonNode client : realm.path("clients")) {
            assertThat(client.path("fullScopeAllowed").asBoolean(true)).isFalse();
            assertThat(client.path("directAccessGrantsEnabled").asBoolean(true)).isFalse();
        }
        for (String name : DemoClients.names()) {
            assertThat(mapped).containsEntry(name, DemoClients.role(name));
        }
    }

    @Test
    void theRealmOfARealInstallationHasNoClientsAndTheSameRolesAndClaims() throws IOException {
        JsonNode real = realm("isthmus-realm.json");
        JsonNode demo = realm("demo/isthmus-demo-realm.json");

        assertThat(real.has("clients") || real.has("users")).isFalse();
        for (String shared : List.of("roles", "clientScopes", "defaultDefaultClientScopes")) {
            assertThat(real.path(shared)).isEqualTo(demo.path(shared));
        }
        for (JsonNode realm : List.of(real, demo)) {
            assertThat(realm.path("bruteForceProtected").asBoolean()).isTrue();
            assertThat(realm.path("eventsEnabled").asBoolean()).isTrue();
            assertThat(realm.path("sslRequired").asText()).isEqualTo("external");
        }
    }

    /** Without it a new topic of a service would be refused by the broker of an installation, and by no test. */
    @Test
    void theBrokerGrantsEachServiceTheTopicsThatItReads() throws IOException {
        String rights = text("deploy/kafka/rights");
        for (String service : List.of("programming", "funding", "projects")) {
            Properties settings = settings(service);
            Set<String> read = new TreeSet<>();
            Set<String> groups = new TreeSet<>();
            settings.stringPropertyNames().stream()
                    .filter(name -> name.matches("mp\\.messaging\\.incoming\\.[^.]+\\.topic"))
                    .forEach(name -> {
                        read.add(settings.getProperty(name));
                        groups.add(settings.getProperty(
                                name.replaceAll("topic$", "group.id"),
                                settings.getProperty("quarkus.application.name")));
                    });

            assertThat(granted(rights, service)).containsExactlyInAnyOrderElementsOf(read);
            assertThat(groups).hasSize(1);
            assertThat(rights)
                    .contains("[%s]=%s".formatted(service, groups.iterator().next()));
        }
    }

    private static List<String> granted(String rights, String service) {
        return Pattern.compile("\\[%s]=\"([^\"]*)\"".formatted(service))
                .matcher(rights)
                .results()
                .flatMap(found -> Stream.of(found.group(1).split(" ")))
                .toList();
    }

    private static Properties settings(String service) throws IOException {
        Properties settings = new Properties();
        try (InputStream file =
                Files.newInputStream(HOME.resolve(service + "-service/src/main/resources/application.properties"))) {
            settings.load(file);
        }
        return settings;
    }

    private static JsonNode realm(String file) throws IOException {
        return JSON.readTree(text("deploy/keycloak/" + file));
    }

    private static String text(String file) throws IOException {
        return Files.readString(HOME.resolve(file));
    }
}
