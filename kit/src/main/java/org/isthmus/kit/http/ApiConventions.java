package org.isthmus.kit.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.isthmus.kit.security.Policy;

/**
 * Writes into the OpenAPI document what holds for every operation: its security by the policy table, the problems that it
 * can answer, idempotency and conditional headers, and the examples in {@code openapi-examples/<Schema>.json}.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiConventions implements OASFilter {

    private static final String SECURITY = "oauth2";
    private static final String PROBLEM = "#/components/schemas/Problem";

    private final Map<String, Set<String>> policy = Policy.read();
    private final ListDocs lists = new ListDocs();

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        api.getComponents().addSecurityScheme(SECURITY, bearer());
        addProblemSchemas(api);
        if (api.getComponents().getSchemas() != null) {
            api.getComponents().getSchemas().forEach(ApiConventions::addExample);
        }
        if (api.getPaths() != null && api.getPaths().getPathItems() != null) {
            api.getPaths()
                    .getPathItems()
                    .values()
                    .forEach(path -> path.getOperations().forEach((method, operation) -> complete(method, operation)));
        }
    }

    private void complete(PathItem.HttpMethod method, Operation operation) {
        Set<String> roles = policy.getOrDefault(Objects.requireNonNullElse(operation.getOperationId(), ""), Set.of());
        boolean isPublic = roles.contains(Policy.PUBLIC);
        var requirement = OASFactory.createSecurityRequirement().addScheme(SECURITY);
        operation.setSecurity(
                isPublic ? List.of(OASFactory.createSecurityRequirement(), requirement) : List.of(requirement));
        operation.addExtension("x-roles", List.copyOf(new java.util.TreeSet<>(roles)));

        lists.complete(operation);
        boolean isRead = method == PathItem.HttpMethod.GET || method == PathItem.HttpMethod.HEAD;
        List<Integer> statuses = new ArrayList<>(List.of(400, 401, 403, 404, 406, 500, 503));
        if (!isRead) {
            statuses.addAll(List.of(409, 412, 413, 415, 422));
            addHeader(
                    operation,
                    "Idempotency-Key",
                    "Makes a repetition of this request answer the same and change nothing; kept 30 days.");
            addQuery(operation, "dryRun", "Answers what would happen and changes nothing.");
        }
        if (isRead && isList(operation)) {
            addListParameters(operation);
        }
        if (method == PathItem.HttpMethod.PUT || method == PathItem.HttpMethod.PATCH) {
            statuses.add(428);
        }
        statuses.forEach(status -> addProblem(operation, status));
    }

    /** What every list takes that documents its sorts; its own filters stand with the operation. */
    private static void addListParameters(Operation operation) {
        add(
                operation,
                "limit",
                Parameter.In.QUERY,
                Schema.SchemaType.INTEGER,
                "Rows of a page, 1 to 1000; 50 if absent.");
        add(
                operation,
                "cursor",
                Parameter.In.QUERY,
                Schema.SchemaType.STRING,
                "Where the last page ended; comes with next.");
        add(
                operation,
                "total",
                Parameter.In.QUERY,
                Schema.SchemaType.BOOLEAN,
                "Counts all rows that the filter matches.");
        add(
                operation,
                "fields",
                Parameter.In.QUERY,
                Schema.SchemaType.STRING,
                "Only these fields, separated by commas.");
        add(
                operation,
                "format",
                Parameter.In.QUERY,
                Schema.SchemaType.STRING,
                "json, csv or ndjson; goes before Accept.");
        add(
                operation,
                "asOf",
                Parameter.In.QUERY,
                Schema.SchemaType.STRING,
                "As it was recorded at the end of that day, or at that instant, in UTC.");
    }

    private static boolean isList(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> "sort".equals(parameter.getName()));
    }

    private static void addProblem(Operation operation, int status) {
        String code = Integer.toString(status);
        if (operation.getResponses() != null && operation.getResponses().hasAPIResponse(code)) {
            return;
        }
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        Content content = OASFactory.createContent()
                .addMediaType(
                        "application/problem+json",
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(PROBLEM)));
        APIResponse response = OASFactory.createAPIResponse()
                .description(HttpStatus.meaning(status))
                .content(content);
        operation.getResponses().addAPIResponse(code, response);
    }

    private static void addHeader(Operation operation, String name, String description) {
        add(operation, name, Parameter.In.HEADER, Schema.SchemaType.STRING, description);
    }

    private static void addQuery(Operation operation, String name, String description) {
        add(operation, name, Parameter.In.QUERY, Schema.SchemaType.BOOLEAN, description);
    }

    private static void add(
            Operation operation, String name, Parameter.In in, Schema.SchemaType type, String description) {
        boolean isThere = operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> name.equals(parameter.getName()));
        if (!isThere) {
            operation.addParameter(OASFactory.createParameter()
                    .name(name)
                    .in(in)
                    .description(description)
                    .schema(OASFactory.createSchema().addType(type)));
        }
    }

    private static SecurityScheme bearer() {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description(
                        "OAuth 2 access token; claim groups holds the roles, claim organisation the organisation.");
    }

    private static void addProblemSchemas(OpenAPI api) {
        Schema fault = OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("One thing that is wrong, and where.")
                .addProperty("pointer", string("JSON pointer into the request body."))
                .addProperty("parameter", string("Name of the query, path or header parameter."))
                .addProperty("code", string("Stable code."))
                .addProperty("detail", string("A sentence for people."))
                .required(List.of("code", "detail"));
        Schema problem = OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("RFC 9457 problem document; errors names all that is wrong, at once.")
                .addProperty("type", string("Address of a page that explains the code."))
                .addProperty("title", string("The code in words."))
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addProperty("detail", string("A sentence for people."))
                .addProperty("instance", string("The path that was asked."))
                .addProperty("code", string("Stable code: branch on this."))
                .addProperty("traceId", string("The trace to name in a support request."))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .items(OASFactory.createSchema().ref("#/components/schemas/Fault")))
                .required(List.of("type", "title", "status", "detail", "code"));
        api.getComponents().addSchema("Fault", fault);
        api.getComponents().addSchema("Problem", problem);
    }

    private static Schema string(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
    }

    @SuppressWarnings("deprecation") // OpenAPI 3.0 knows one example, 3.1 several
    private static void addExample(String name, Schema schema) {
        String file = "openapi-examples/" + name + ".json";
        try (InputStream example =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            if (example != null) {
                ObjectMapper json = new ObjectMapper();
                JsonNode read = json.readTree(example);
                schema.setExample(json.convertValue(read, Object.class));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
