package org.isthmus.kit.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.isthmus.kit.access.Policy;
import org.isthmus.kit.commands.FourEyes;
import org.isthmus.kit.commands.Write;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/**
 * Writes into the OpenAPI document what holds for every operation: who may by the policy table, the problems that it can
 * answer, keys, versions and conditional requests, and the examples in {@code openapi-examples/<Schema>.json}.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiConventions implements OASFilter {

    private static final String SECURITY = "oauth2";
    private static final DotName OPERATION =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.Operation.class);

    private final Map<String, Set<String>> policy = Policy.read();
    private final Map<String, Set<String>> fourEyes = FourEyes.read();
    private final Set<String> keyRequired;
    private final TableDocs tables;
    private final SharedParts shared = new SharedParts();
    private final Words words = new Words();
    private final IndexView index;

    public ApiConventions(IndexView index) {
        tables = new TableDocs(index);
        this.index = index;
        keyRequired = index.getAnnotations(DotName.createSimple(Write.class)).stream()
                .filter(write -> write.value("keyRequired") != null
                        && write.value("keyRequired").asBoolean())
                .map(ApiConventions::operationId)
                .collect(Collectors.toSet());
    }

    private static String operationId(AnnotationInstance write) {
        return write.target()
                .asMethod()
                .annotation(OPERATION)
                .value("operationId")
                .asString();
    }

    /** Dates, instants and UUIDs are formats of a string: a schema of their own would be a class in many clients. */
    @Override
    public Schema filterSchema(Schema schema) {
        SimpleTypes.inline(schema);
        return schema;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        SimpleTypes.remove(api.getComponents());
        shared.addTo(api.getComponents());
        Variants.name(api.getComponents(), index);
        api.getComponents().getSchemas().values().forEach(ApiConventions::keepMapsOpen);
        api.getComponents().getSchemas().forEach(Examples::add);
        tables.complete(api);
        api.getPaths().getPathItems().values().forEach(path -> Patches.describe(api, path));
        ReadOnlyMembers readOnly = new ReadOnlyMembers(api);
        api.getPaths().getPathItems().values().forEach(readOnly::mark);
        words.explain(api.getComponents().getSchemas());
        api.getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations().forEach((method, operation) -> complete(path, method, operation)));
    }

    /** What has any key has none of its own: the component of a record that is written as a map is no property. */
    private static void keepMapsOpen(Schema schema) {
        if (schema.getAdditionalPropertiesSchema() != null) {
            schema.setProperties(null);
        }
    }

    private void complete(String path, PathItem.HttpMethod method, Operation operation) {
        boolean isRead = method == PathItem.HttpMethod.GET || method == PathItem.HttpMethod.HEAD;
        boolean isOne = isRead && path.matches("/v1/[a-z-]+/\\{id}");
        boolean isPublic = secure(operation);
        describeParameters(operation);
        if (isOne) {
            SharedParts.addParameter(operation, "asOf", "AsOf");
        }
        if (isRead) {
            SharedParts.addParameter(operation, "If-None-Match", "IfNoneMatch");
            operation
                    .getResponses()
                    .addAPIResponse("304", OASFactory.createAPIResponse().ref("NotModified"));
        }
        if (!isRead) {
            boolean required = keyRequired.contains(operation.getOperationId());
            shared.addKey(operation, required ? "RequiredIdempotencyKey" : "IdempotencyKey");
            SharedParts.addParameter(operation, "dryRun", "DryRun");
        }
        describeSuccess(operation, isOne, isRead);
        shared.addProblems(operation, new Statuses(operation, path, method, isPublic).all());
    }

    private boolean secure(Operation operation) {
        Set<String> roles = policy.getOrDefault(Objects.requireNonNullElse(operation.getOperationId(), ""), Set.of());
        boolean isPublic = roles.contains(Policy.PUBLIC);
        var requirement = OASFactory.createSecurityRequirement().addScheme(SECURITY);
        operation.setSecurity(
                isPublic ? List.of(OASFactory.createSecurityRequirement(), requirement) : List.of(requirement));
        operation.addExtension("x-roles", List.copyOf(new TreeSet<>(roles)));
        String who = isPublic ? "For everybody." : "For " + String.join(", ", new TreeSet<>(roles)) + ".";
        Set<String> earlier =
                fourEyes.getOrDefault(Objects.requireNonNullElse(operation.getOperationId(), ""), Set.of());
        if (!earlier.isEmpty()) {
            who += " Not for the person who did %s.".formatted(String.join(", ", new TreeSet<>(earlier)));
            operation.addExtension("x-follows", List.copyOf(new TreeSet<>(earlier)));
        }
        operation.setDescription(
                operation.getDescription() == null
                        ? who
                        : operation.getDescription().strip() + " " + who);
        return isPublic;
    }

    private static void describeParameters(Operation operation) {
        List<Parameter> parameters = Objects.requireNonNullElse(operation.getParameters(), List.of());
        for (Parameter parameter : parameters) {
            if (parameter.getIn() == Parameter.In.PATH && parameter.getDescription() == null) {
                parameter.setDescription(
                        parameter.getName().equals("id") ? "Its id." : "Its " + parameter.getName() + ".");
            }
        }
    }

    private static void describeSuccess(Operation operation, boolean isOne, boolean isRead) {
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (!status.startsWith("2")) {
                return;
            }
            if (isVague(response)) {
                response.setDescription(
                        status.equals("201")
                                ? "It is there now."
                                : isRead ? "As it is." : "It is done; this is how it is now.");
            }
            response.addHeader("X-Request-Id", OASFactory.createHeader().ref("RequestId"));
            if (status.equals("201")) {
                response.addHeader("Location", OASFactory.createHeader().ref("Location"));
            }
            if (isOne) {
                response.addHeader("Last-Modified", OASFactory.createHeader().ref("LastModified"));
            }
            if (!status.equals("204")) {
                response.addHeader("ETag", OASFactory.createHeader().ref("ETag"));
            }
        });
    }

    private static boolean isVague(APIResponse response) {
        return response.getDescription() == null || Set.of("OK", "Created").contains(response.getDescription());
    }
}
