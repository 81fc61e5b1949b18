package org.isthmus.gateway.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Properties;

/** Swagger UI on our own document, served from here: nothing comes from elsewhere. */
final class Docs {

    private static final String WEBJAR = "META-INF/maven/org.webjars/swagger-ui/pom.properties";

    private Docs() {}

    static Map<String, Page> pages(URI tokenUrl) {
        String folder = "META-INF/resources/webjars/swagger-ui/" + version() + "/";
        return Map.of(
                "/docs",
                        Page.thatMay(
                                may(tokenUrl), Html.frame("Isthmus: documentation", "/docs/swagger-ui.css", CONTENT)),
                "/docs/start.js", Page.of("text/javascript", START),
                "/docs/swagger-ui.css", Page.ofResource("text/css", folder + "swagger-ui.css"),
                "/docs/swagger-ui-bundle.js", Page.ofResource("text/javascript", folder + "swagger-ui-bundle.js"));
    }

    private static final String START = """
            SwaggerUIBundle({
              url: "/openapi.json",
              dom_id: "#swagger-ui",
              deepLinking: true,
              docExpansion: "none",
              filter: true,
            });
            """;

    private static final String CONTENT = """
            <main id="swagger-ui"><noscript>The document itself: <a href="/openapi.yaml">/openapi.yaml</a></noscript></main>
            <script src="/docs/swagger-ui-bundle.js"></script>
            <script src="/docs/start.js"></script>""";

    private static String may(URI tokenUrl) {
        return "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                + " connect-src 'self' %s://%s; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
                        .formatted(tokenUrl.getScheme(), tokenUrl.getAuthority());
    }

    private static String version() {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(new String(Page.read(WEBJAR), UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}
