package org.isthmus.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Asks each operation on a thing that the caller may not know of, and the same on one that there is not: both look alike (R25). */
public final class HiddenThings {

    private HiddenThings() {}

    /** The operations below the path of a list that tell the hidden thing from a missing one. */
    public static List<String> toldApart(String list, String hidden, Supplier<RequestSpecification> caller) {
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        String missing = UUID.randomUUID().toString();
        for (Map.Entry<String, JsonNode> path :
                OpenApiDocument.asJson().path("paths").properties()) {
            if (!path.getKey().startsWith(list + "/{id}")) {
                continue;
            }
            for (Map.Entry<String, JsonNode> member : path.getValue().properties()) {
                if (member.getValue().has("responses")) {
                    ApiOperation operation = new ApiOperation(
                            member.getKey().toUpperCase(Locale.ROOT), path.getKey(), member.getValue());
                    String ofHidden = answer(operation, hidden, caller.get());
                    String ofMissing = answer(operation, missing, caller.get());
                    asked++;
                    if (!ofHidden.equals(ofMissing)) {
                        wrong.add("%s: %s, and of what is missing %s".formatted(operation.name(), ofHidden, ofMissing));
                    }
                }
            }
        }
        if (asked == 0) {
            wrong.add("no operation is below " + list);
        }
        return wrong;
    }

    private static String answer(ApiOperation operation, String id, RequestSpecification caller) {
        RequestSpecification request = caller.header("Idempotency-Key", UUID.randomUUID());
        if (!operation.method().equals("GET")) {
            request.header("If-Match", "*")
                    .contentType(
                            operation.method().equals("PATCH")
                                    ? "application/merge-patch+json; charset=utf-8"
                                    : "application/json")
                    .body("{}");
        }
        Response response = request.request(operation.method(), ApiRequests.address(operation, id, ""));
        return response.statusCode() + response.asString().replace(id, "").replaceAll("\"traceId\":\"[^\"]*\"", "");
    }
}
