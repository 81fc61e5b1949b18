package org.isthmus.gateway.pages;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.isthmus.gateway.problem.Problem;
import org.isthmus.gateway.problem.Problems;
import org.isthmus.kit.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** What each problem code means, from the rows of {@code contracts/problems.yaml}. */
public final class ProblemPages {

    private static final Row UNEXPLAINED = new Row(
            null, "Nothing is written about this code. The detail of the answer says what was wrong there.", null);

    /** One row; {@code status} is missing for a code that only stands in a list of errors. */
    public record Row(
            @Nullable Integer status,
            String meaning,
            @Nullable String remedy) {}

    private final Map<String, Row> rows;

    public ProblemPages(Map<String, Row> rows) {
        this.rows = new TreeMap<>(rows);
    }

    public static ProblemPages read() {
        YAMLMapper yaml = new YAMLMapper();
        yaml.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        var type = yaml.getTypeFactory().constructMapType(TreeMap.class, String.class, Row.class);
        try {
            return new ProblemPages(yaml.readValue(Page.read("problems.yaml"), type));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Map<String, Row> rows() {
        return rows;
    }

    public void list(RoutingContext context) {
        Page page = Html.isWanted(context)
                ? Page.of(Page.HTML, Html.page("Problems", htmlList()))
                : Page.of(Page.JSON, jsonList());
        page.send(context);
    }

    public void one(RoutingContext context) {
        String code = requireNonNull(context.pathParam("code"));
        Row row = row(code);
        if (row.equals(UNEXPLAINED)) {
            if (!Html.isWanted(context)) {
                Problems.answer(context, Problem.NOT_FOUND, row.meaning());
                return;
            }
            context.response().setStatusCode(404);
        }
        Page page = Html.isWanted(context)
                ? Page.of(Page.HTML, Html.page(ProblemType.title(code), html(code, row)))
                : Page.of(Page.JSON, json(code, row).encodePrettily());
        page.send(context);
    }

    boolean explains(String code) {
        return !row(code).equals(UNEXPLAINED);
    }

    private Row row(String code) {
        Row byLastWord = rows.getOrDefault("*" + code.substring(Math.max(0, code.lastIndexOf('-'))), UNEXPLAINED);
        return rows.getOrDefault(code, byLastWord);
    }

    private String jsonList() {
        JsonArray items = new JsonArray();
        rows.forEach((code, row) -> items.add(json(code, row)));
        return new JsonObject().put("items", items).encodePrettily();
    }

    private static JsonObject json(String code, Row row) {
        JsonObject json = new JsonObject().put("type", ProblemType.of(code)).put("code", code);
        putIfThere(json, "status", row.status());
        json.put("title", ProblemType.title(code));
        json.put("meaning", row.meaning());
        putIfThere(json, "remedy", row.remedy());
        return json;
    }

    private static void putIfThere(JsonObject json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value);
        }
    }

    private String htmlList() {
        StringBuilder items = new StringBuilder("<ul>\n");
        rows.forEach((code, row) -> items.append("<li><a href=\"/problems/%s\">%s</a> <span>%s</span></li>%n"
                .formatted(code, code, Html.escape(row.meaning()))));
        return items.append("</ul>").toString();
    }

    private static String html(String code, Row row) {
        StringBuilder html = new StringBuilder("<p><code>%s</code>%s</p>%n"
                .formatted(Html.escape(code), row.status() == null ? "" : ", status " + row.status()));
        html.append("<p>%s</p>%n".formatted(Html.escape(row.meaning())));
        if (row.remedy() != null) {
            html.append("<h2>What to do</h2>%n<p>%s</p>%n".formatted(Html.escape(row.remedy())));
        }
        return html.append("<p><a href=\"/problems\">All problems</a></p>").toString();
    }
}
