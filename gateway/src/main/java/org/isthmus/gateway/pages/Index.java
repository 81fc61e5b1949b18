package org.isthmus.gateway.pages;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.Map;

/** What stands at {@code /}: what this is and where to go on, for people and for programs. */
record Index(Page html, Page json) {

    private static final String NAME = "Isthmus";
    private static final String WHAT =
            "Open data and services of a public funding programme: what is intended, what is promised and paid, what is done.";

    static Index of(OpenApi openApi, URI tokenUrl) {
        return new Index(
                Page.of(Page.HTML, html(openApi.collections(), tokenUrl.toString())),
                Page.of(Page.JSON, json(openApi.collections(), tokenUrl.toString())));
    }

    private static String json(Map<String, String> collections, String tokenUrl) {
        JsonArray list = new JsonArray();
        collections.forEach(
                (path, summary) -> list.add(new JsonObject().put("href", path).put("title", summary)));
        return new JsonObject()
                .put("name", NAME)
                .put("description", WHAT)
                .put("docs", "/docs")
                .put("openapi", new JsonObject().put("json", "/openapi.json").put("yaml", "/openapi.yaml"))
                .put("health", "/q/health")
                .put("problems", "/problems")
                .put("token", tokenUrl)
                .put("collections", list)
                .encodePrettily();
    }

    private static String html(Map<String, String> collections, String tokenUrl) {
        StringBuilder rows = new StringBuilder();
        collections.forEach((path, summary) ->
                rows.append("<li>%s <span>%s</span></li>%n".formatted(Html.link(path), Html.escape(summary))));
        return Html.page(NAME, """
                <p>%s</p>
                <p>Published data can be read without a token. Everything else needs one.</p>
                <ul>
                <li><a href="/docs">Documentation, to try out</a></li>
                <li>OpenAPI: <a href="/openapi.json">JSON</a>, <a href="/openapi.yaml">YAML</a></li>
                <li><a href="/q/health">Health of each service</a></li>
                <li><a href="/problems">What each problem means</a></li>
                <li>Tokens (client credentials): <code>%s</code></li>
                </ul>
                <h2>Collections</h2>
                <ul>
                %s</ul>
                """.formatted(WHAT, Html.escape(tokenUrl), rows));
    }
}
