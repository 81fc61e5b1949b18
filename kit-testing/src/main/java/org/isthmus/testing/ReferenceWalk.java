package org.isthmus.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.isthmus.kit.access.Policy;

/**
 * Walks over every body of a service's OpenAPI document and names in it things that there are not: each id, code and
 * reference is refused as unknown, at its place.
 *
 * <p>A member counts as a reference when it is an id or is called like one, unless a list below says what else it is.
 */
public final class ReferenceWalk {

    private static final Pattern REFERENCE = Pattern.compile(
            ".*(Id|Code|Reference)|code|reference|programme|budgetLine|strategyPaper|feeds|strand|country|region|regions");

    /** What a body gives a name to, so that it need not be there before. */
    private static final Set<String> NAMES = Set.of(
            "ActionDraft.reference",
            "CountryDraft.code",
            "EvaluationDraft.reference",
            "GrantSignature.reference",
            "HistoricalCommitment.reference",
            "IndicativePriority.code",
            "IndicativeProgrammeDraft.reference",
            "NewBudgetLine.code",
            "NewCommitment.reference",
            "OrganisationDraft.reference",
            "PolicyDocumentDraft.reference",
            "ProgrammeDraft.code",
            "ProjectDraft.reference",
            "RecommendationDraft.code",
            "RegionDraft.code",
            "StrandDraft.code",
            "StrandMeasure.code",
            "StrategyPaperDraft.reference",
            "StrategyPriority.code",
            "VocabularyTermDraft.code",
            "WorkProgrammeDraft.reference");

    /** What the walk leaves as its example has it, with why. */
    private static final Map<String, String> LEFT = Map.of(
            "ActionDraft.regions", "as a document prints them; a writing that no region has stands for itself",
            "ProjectDraft.regions", "as a document prints them; a writing that no region has stands for itself",
            "OrganisationDraft.country", "of ISO 3166-1, whose codes are there in any case",
            "EnvelopeFigure.region", "as a document prints it",
            "IndicativePriority.region", "as a document prints it",
            "BudgetLineOfAction.code", "owned by funding, which refuses the allocation until the line has money",
            "ActionDraft.strands",
                    "of the programme of what the path or the body names, without which none can be judged",
            "IndicativePriority.strand", "of the programme of its strategy paper, without which none can be judged",
            "StrategyPriority.strand", "of its programme, without which none can be judged");

    private static final int DEEPEST = 6;

    private final JsonNode schemas;
    private final Map<String, Set<String>> policy = Policy.read();
    private final List<String> wrong = new ArrayList<>();

    private ReferenceWalk(JsonNode schemas) {
        this.schemas = schemas;
    }

    /** The members that take what there is not. */
    public static List<String> takenThoughUnknown() {
        JsonNode api = OpenApiDocument.asJson();
        ReferenceWalk walk = new ReferenceWalk(api.at("/components/schemas"));
        api.path("paths").properties().forEach(path -> {
            JsonNode post = path.getValue().path("post");
            if (post.has("requestBody")) {
                walk.send(new ApiOperation("POST", path.getKey(), post));
            }
        });
        return walk.wrong;
    }

    /** With a member that no body has, so that the meaning of the others is judged whatever there is already. */
    private void send(ApiOperation operation) {
        JsonNode schema = operation.node().at("/requestBody/content/application~1json/schema");
        List<String> pointers = new ArrayList<>();
        JsonNode body = filled(schema, OpenApiDocument.resolved(schemas, schema).path("example"), "", 0, pointers);
        if (pointers.isEmpty() || !(body instanceof ObjectNode object)) {
            return;
        }
        object.put("unknownOne", 1);
        String address =
                operation.path().replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        String role = operation.roles(policy).iterator().next();
        Response response = TestClient.as(role)
                .header("Idempotency-Key", UUID.randomUUID())
                .body(object.toString())
                .post(address);
        List<Map<String, String>> errors = response.jsonPath().getList("errors");
        for (String pointer : pointers) {
            if (errors == null || errors.stream().noneMatch(error -> isRefusal(error, pointer))) {
                wrong.add("%s takes %s: %d %s".formatted(operation.name(), pointer, response.statusCode(), errors));
            }
        }
    }

    private static boolean isRefusal(Map<String, String> error, String pointer) {
        String at = String.valueOf(error.get("pointer"));
        String code = String.valueOf(error.get("code"));
        return (pointer.equals(at) || pointer.startsWith(at + "/"))
                && (code.endsWith("-unknown") || code.equals("financing-decision-missing"));
    }

    /** The example with a thing that there is not in each member that refers to one. */
    private JsonNode filled(JsonNode given, JsonNode example, String pointer, int depth, List<String> pointers) {
        JsonNode schema = OpenApiDocument.resolved(schemas, given);
        if (depth > DEEPEST) {
            return example;
        }
        if (schema.path("type").asText().equals("array")) {
            JsonNode item = filled(schema.path("items"), example.path(0), pointer + "/0", depth + 1, pointers);
            return item.isMissingNode()
                    ? example
                    : JsonNodeFactory.instance.arrayNode().add(item);
        }
        if (!schema.has("properties")) {
            return example;
        }
        int before = pointers.size();
        ObjectNode object =
                example instanceof ObjectNode there ? there.deepCopy() : JsonNodeFactory.instance.objectNode();
        schema.path("properties").properties().forEach(member -> {
            String name = member.getKey();
            if (LEFT.containsKey(title(given) + "." + name)) {
                return;
            }
            JsonNode of = OpenApiDocument.resolved(schemas, member.getValue());
            String at = pointer + "/" + name;
            if (isReference(title(given), name, of)) {
                boolean isList = of.path("type").asText().equals("array");
                pointers.add(isList ? at + "/0" : at);
                JsonNode unknown = JsonNodeFactory.instance.textNode(unknown(isList ? of.path("items") : of));
                object.set(name, isList ? JsonNodeFactory.instance.arrayNode().add(unknown) : unknown);
            } else {
                JsonNode value = filled(member.getValue(), object.path(name), at, depth + 1, pointers);
                if (!value.isMissingNode()) {
                    object.set(name, value);
                }
            }
        });
        return pointers.size() == before ? example : object;
    }

    private static boolean isReference(String schema, String member, JsonNode of) {
        JsonNode value = of.path("type").asText().equals("array") ? of.path("items") : of;
        return value.path("type").asText().equals("string")
                && !value.has("enum")
                && (value.path("format").asText().equals("uuid")
                        || REFERENCE.matcher(member).matches() && !NAMES.contains(schema + "." + member));
    }

    /** Of the form that belongs there: no register has Antarctica. */
    private static String unknown(JsonNode schema) {
        if (schema.path("format").asText().equals("uuid")) {
            return UUID.randomUUID().toString();
        }
        return schema.path("pattern").asText().equals("[A-Z]{2}") ? "AQ" : "NOPE";
    }

    private static String title(JsonNode given) {
        return given.findValuesAsText("$ref").stream()
                .findFirst()
                .map(reference -> reference.substring(reference.lastIndexOf('/') + 1))
                .orElse("");
    }
}
