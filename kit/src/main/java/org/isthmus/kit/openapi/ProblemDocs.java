package org.isthmus.kit.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.isthmus.kit.http.HttpStatus;
import org.isthmus.kit.problem.ProblemType;

/** How a problem looks, and what each status means in any operation. */
final class ProblemDocs {

    /** The response component of each status. */
    static final Map<Integer, String> NAMES = new TreeMap<>(Map.ofEntries(
            Map.entry(400, "Invalid"),
            Map.entry(401, "Unauthenticated"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "NotFound"),
            Map.entry(406, "NotAcceptable"),
            Map.entry(409, "Conflict"),
            Map.entry(412, "Stale"),
            Map.entry(413, "TooLarge"),
            Map.entry(415, "UnsupportedMediaType"),
            Map.entry(422, "KeyReused"),
            Map.entry(428, "VersionRequired"),
            Map.entry(500, "Failed"),
            Map.entry(503, "Unavailable")));

    private ProblemDocs() {}

    static APIResponse response(int status) {
        HttpStatus says = HttpStatus.of(status);
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", "https://isthmus.example/problems/" + says.code());
        example.put("title", ProblemType.title(says.code()));
        example.put("status", status);
        example.put("detail", says.detail() + ".");
        example.put("code", says.code());
        example.put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
        if (status == 400) {
            Map<String, String> fault = new LinkedHashMap<>(); // in this order always
            fault.put("pointer", "/title");
            fault.put("code", "required");
            fault.put("detail", "This field is missing.");
            example.put("errors", List.of(fault));
        }
        APIResponse response = OASFactory.createAPIResponse()
                .description(HttpStatus.meaning(status))
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/problem+json",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("Problem"))
                                        .example(example)));
        if (status == 503) {
            response.addHeader("Retry-After", OASFactory.createHeader().ref("RetryAfter"));
        }
        return response.addHeader("X-Request-Id", OASFactory.createHeader().ref("RequestId"));
    }

    static Schema fault() {
        return object("One thing that is wrong, and where.")
                .addProperty("pointer", text("JSON pointer into the request body."))
                .addProperty("parameter", text("Name of the query, path or header parameter."))
                .addProperty("code", text("Stable code."))
                .addProperty("detail", text("A sentence for people."))
                .required(List.of("code", "detail"));
    }

    static Schema problem() {
        return object("RFC 9457 problem document; errors names all that is wrong, at once.")
                .addProperty(
                        "type",
                        text("Address of a page that explains the code.").format("uri"))
                .addProperty("title", text("The code in words."))
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addProperty("detail", text("A sentence for people."))
                .addProperty("instance", text("The path that was asked."))
                .addProperty("code", text("Stable code: branch on this."))
                .addProperty("traceId", text("The trace to name in a support request."))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .items(OASFactory.createSchema().ref("Fault")))
                .required(List.of("type", "title", "status", "detail", "code"));
    }

    private static Schema object(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT).description(description);
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
    }
}
