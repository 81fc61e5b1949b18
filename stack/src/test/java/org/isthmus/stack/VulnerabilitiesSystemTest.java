package org.isthmus.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isthmus.stack.Vulnerabilities.Component;
import org.isthmus.stack.process.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The libraries of each part against {@code deploy/vulnerabilities.json}: nothing that is known to be vulnerable goes into a
 * part without a reason. Needs no network; Maven makes no bill of materials when it is told to be offline.
 */
class VulnerabilitiesSystemTest {

    private static final Path HOME = Home.ofThisRun().folder();
    private static final Path LIST = HOME.resolve("deploy/vulnerabilities.json");
    private static final List<String> APPLICATIONS =
            List.of("funding-service", "gateway", "programming-service", "projects-service");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theBillOfMaterialsNamesEveryLibrary() throws IOException {
        assumeThat(hasBills()).as("Maven was online").isTrue();
        for (String part : parts()) {
            JsonNode bill = JSON.readTree(bill(part).toFile());
            assertThat(bill.path("bomFormat").asText()).isEqualTo("CycloneDX");
            Set<String> named = bill.path("components")
                    .valueStream()
                    .map(c -> "%s.%s:%s"
                            .formatted(
                                    c.path("group").asText(),
                                    c.path("name").asText(),
                                    c.path("version").asText()))
                    .collect(Collectors.toSet());
            assertThat(components(part))
                    .as(part)
                    .isNotEmpty()
                    .allMatch(library ->
                            named.stream().anyMatch(name -> library.toString().endsWith(name)));
        }
    }

    @Test
    void nothingGoesIntoAPartThatIsKnownToBeVulnerable() throws IOException {
        Vulnerabilities list = Vulnerabilities.of(LIST);

        for (String part : parts()) {
            assertThat(list.in(part, components(part))).isEmpty();
        }
    }

    @Test
    void whatIsAcceptedIsStillNeeded() throws IOException {
        Vulnerabilities list = Vulnerabilities.of(LIST);

        for (Vulnerabilities.Accepted accepted : list.accepted()) {
            assertThat(accepted.why()).isNotBlank();
            for (String part : accepted.in()) {
                Set<Component> components = components(part);
                assertThat(list.known().stream()
                                .filter(one -> accepted.covers(one, part))
                                .anyMatch(one -> components.stream().anyMatch(one::affects)))
                        .as("%s in %s", accepted.id(), part)
                        .isTrue();
            }
        }
    }

    @Test
    void anAffectedVersionIsFoundUnlessThePartHasAReason() throws IOException {
        Set<Component> old = Set.of(new Component("commons-beanutils.commons-beanutils", "1.9.4"));
        Vulnerabilities list = Vulnerabilities.of(LIST);
        Vulnerabilities accepting = new Vulnerabilities(
                list.renewed(),
                list.known(),
                List.of(new Vulnerabilities.Accepted(
                        "CVE-2025-48734", "commons-beanutils:commons-beanutils", List.of("stack"), "not reached")));

        assertThat(list.in("stack", old)).singleElement().asString().startsWith("CVE-2025-48734 in stack");
        assertThat(accepting.in("stack", old)).isEmpty();
        assertThat(accepting.in("gateway", old)).hasSize(1);
        assertThat(list.in("stack", Set.of(new Component("commons-beanutils.commons-beanutils", "1.11.0"))))
                .isEmpty();
    }

    @Test
    void theListIsRenewedFromThePublicDatabase(@TempDir Path folder) throws Exception {
        assumeThat(has("curl") && has("jq") && hasBills())
                .as("curl and jq are there, and Maven was online")
                .isTrue();
        Path list = Files.copy(LIST, folder.resolve("list.json"));
        HttpServer database = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer(database, "/v1/querybatch", """
                {"results": [{"vulns": [{"id": "GHSA-xxxx-test-0001"}]}]}""");
        answer(database, "/v1/vulns/GHSA-xxxx-test-0001", """
                {"id": "GHSA-xxxx-test-0001", "aliases": ["CVE-2099-1"], "summary": "A test",
                 "affected": [
                   {"package": {"ecosystem": "Maven", "name": "io.vertx:vertx-core"},
                    "ranges": [{"type": "ECOSYSTEM", "events": [
                      {"introduced": "0"}, {"fixed": "98.1"}, {"introduced": "99.0"}, {"last_affected": "99.2"}]}]},
                   {"package": {"ecosystem": "npm", "name": "else"}, "ranges": []}]}""");
        database.start();
        try {
            ProcessBuilder renewal = new ProcessBuilder(
                            HOME.resolve("deploy/renew-vulnerabilities").toString(), list.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("said").toFile());
            renewal.environment()
                    .put("OSV_URL", "http://localhost:" + database.getAddress().getPort());
            assertThat(renewal.start().waitFor())
                    .as(Files.readString(folder.resolve("said")))
                    .isZero();
        } finally {
            database.stop(0);
        }
        assertThat(Files.readString(folder.resolve("said"))).contains("CVE-2099-1");
        Vulnerabilities renewed = Vulnerabilities.of(list);
        assertThat(renewed.known())
                .containsAll(Vulnerabilities.of(LIST).known())
                .contains(new Vulnerabilities.Known(
                        "CVE-2099-1", "io.vertx:vertx-core", "[0,98.1),[99.0,99.2]", "A test"));
    }

    private static Set<String> parts() {
        Set<String> parts = new TreeSet<>(APPLICATIONS);
        parts.add("stack");
        return parts;
    }

    /** The files that run. */
    private static Set<Component> components(String part) throws IOException {
        if (part.equals("stack")) {
            String libraries =
                    Files.readString(HOME.resolve("stack/target/class-path")).trim();
            return Stream.of(libraries.split(File.pathSeparator))
                    .filter(library -> !library.startsWith(HOME.toString()))
                    .map(library -> Component.ofKept(Path.of(library)))
                    .collect(Collectors.toSet());
        }
        try (Stream<Path> files = Files.walk(HOME.resolve(part).resolve("target/quarkus-app/lib"))) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .filter(file -> !file.getFileName().toString().startsWith("org.isthmus."))
                    .map(Component::ofShipped)
                    .collect(Collectors.toSet());
        }
    }

    private static Path bill(String part) {
        return HOME.resolve(part).resolve("target/bom.json");
    }

    private static boolean hasBills() {
        return parts().stream().allMatch(part -> Files.exists(bill(part)));
    }

    private static void answer(HttpServer server, String path, String body) {
        server.createContext(path, exchange -> {
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private static boolean has(String command) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }
}
