package org.isthmus.gateway.pages;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * What stands at {@code /}: what this is, a few figures, and where to go on, for people and for programs. Every link leads to
 * what anybody may read.
 *
 * @param mode production, demo or local
 */
record Index(
        OpenApi openApi, Map<String, Guides.Guide> guides, URI tokenUrl, String mode, List<Figures.Figure> figures) {

    private static final String NAME = "Isthmus";
    private static final String WHAT =
            "Open data and services of a public funding programme: what is intended, what is promised and paid, what is done.";
    private static final String LICENCE = "Apache-2.0";

    Page json() {
        JsonArray collections = new JsonArray();
        openApi.collections()
                .forEach((path, summary) ->
                        collections.add(new JsonObject().put("href", path).put("title", summary)));
        JsonArray pages = new JsonArray();
        guides.forEach(
                (path, guide) -> pages.add(new JsonObject().put("href", path).put("title", guide.title())));
        JsonArray numbers = new JsonArray();
        figures.forEach(figure -> numbers.add(new JsonObject()
                .put("label", figure.label())
                .put("value", figure.value())
                .put("href", figure.href())));
        return Page.of(
                Page.JSON,
                new JsonObject()
                        .put("name", NAME)
                        .put("description", WHAT)
                        .put("mode", mode)
                        .put("figures", numbers)
                        .put("guides", pages)
                        .put("docs", "/docs")
                        .put(
                                "openapi",
                                new JsonObject().put("json", "/openapi.json").put("yaml", "/openapi.yaml"))
                        .put("health", "/q/health")
                        .put("problems", "/problems")
                        .put("token", tokenUrl.toString())
                        .put(
                                "licence",
                                new JsonObject().put("software", LICENCE).put("href", "/licence"))
                        .put("collections", collections)
                        .encodePrettily());
    }

    Page html() {
        StringBuilder numbers = new StringBuilder();
        figures.forEach(figure -> numbers.append("<li><a href=\"%s\">%s</a>: <strong>%s</strong></li>%n"
                .formatted(Html.escape(figure.href()), Html.escape(figure.label()), Html.escape(figure.value()))));
        StringBuilder pages = new StringBuilder();
        guides.forEach((path, guide) ->
                pages.append("<li><a href=\"%s\">%s</a></li>%n".formatted(path, Html.escape(guide.title()))));
        StringBuilder rows = new StringBuilder();
        openApi.collections()
                .forEach((path, summary) ->
                        rows.append("<li>%s <span>%s</span></li>%n".formatted(Html.link(path), Html.escape(summary))));
        return Page.of(Page.HTML, Html.page(NAME, """
                <p>%s</p>
                <p>%sPublished data can be read without a token. Everything else needs one.</p>
                <ul>
                %s</ul>
                <h2>Guides</h2>
                <ul>
                %s<li><a href="/docs">All operations, to try out</a></li>
                <li>OpenAPI, to generate clients from: <a href="/openapi.json">JSON</a>, <a href="/openapi.yaml">YAML</a></li>
                <li><a href="/problems">What each problem means, and what to do</a></li>
                <li><a href="/q/health">Health of each service</a></li>
                <li>Tokens (client credentials): <code>%s</code></li>
                <li><a href="/licence">Licence of the software: %s</a></li>
                </ul>
                <h2>Collections that everybody may read</h2>
                <ul>
                %s</ul>
                """.formatted(
                        WHAT,
                        isProduction() ? "" : "<strong>Mode %s: for trying out.</strong> ".formatted(Html.escape(mode)),
                        numbers,
                        pages,
                        Html.escape(tokenUrl.toString()),
                        LICENCE,
                        rows)));
    }

    private boolean isProduction() {
        return mode.equals("production");
    }
}
