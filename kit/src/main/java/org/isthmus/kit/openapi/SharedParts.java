package org.isthmus.kit.openapi;

import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.isthmus.kit.http.HttpStatus;
import org.isthmus.kit.problem.ProblemType;

/** Parameters, headers and answers that many operations refer to, from {@code openapi-parts.yaml}. */
final class SharedParts {

    private static final String FILE = "/openapi-parts.yaml";
    private static final String STATUS = "x-status";
    /** Each operation has its own example of a key, so none refers to them. */
    private static final Set<String> KEYS = Set.of("IdempotencyKey", "RequiredIdempotencyKey");

    private final Components parts = read();
    /** The response component of each status. */
    private final Map<Integer, String> problems = new TreeMap<>();

    SharedParts() {
        parts.getResponses().forEach((name, response) -> {
            if (response.getExtensions() != null && response.getExtensions().containsKey(STATUS)) {
                int status =
                        Integer.parseInt(String.valueOf(response.getExtensions().get(STATUS)));
                response.removeExtension(STATUS);
                problems.put(status, name);
                describe(response, status);
            }
        });
    }

    private static Components read() {
        try (InputStream file = SharedParts.class.getResourceAsStream(FILE)) {
            return SmallRyeOpenAPI.builder()
                    .enableModelReader(false)
                    .enableStandardStaticFiles(false)
                    .enableStandardFilter(false)
                    .enableAnnotationScan(false)
                    .withCustomStaticFile(() -> file)
                    .build()
                    .model()
                    .getComponents();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }

    /** As a problem with an example of its most usual code. */
    private static void describe(APIResponse response, int status) {
        HttpStatus says = HttpStatus.of(status);
        Map<String, Object> example = new LinkedHashMap<>(); // in this order always
        example.put("type", ProblemType.of(says.code()));
        example.put("title", ProblemType.title(says.code()));
        example.put("status", status);
        example.put("detail", says.detail() + ".");
        example.put("code", says.code());
        example.put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
        if (status == 400) {
            Map<String, String> fault = new LinkedHashMap<>();
            fault.put("pointer", "/title");
            fault.put("code", "required");
            fault.put("detail", "This field is missing.");
            example.put("errors", List.of(fault));
        }
        response.setContent(OASFactory.createContent()
                .addMediaType(
                        ProblemType.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(Schemas.ref("Problem"))
                                .example(example)));
        if (status == 503) {
            response.addHeader("Retry-After", OASFactory.createHeader().ref("RetryAfter"));
        }
        response.addHeader("X-Request-Id", OASFactory.createHeader().ref("RequestId"));
    }

    void addTo(Components components) {
        parts.getHeaders().forEach(components::addHeader);
        parts.getParameters().forEach((name, parameter) -> {
            if (!KEYS.contains(name)) {
                components.addParameter(name, parameter);
            }
        });
        parts.getResponses().forEach(components::addResponse);
        Map<String, Schema> schemas = new TreeMap<>(components.getSchemas());
        schemas.putAll(parts.getSchemas());
        components.setSchemas(new LinkedHashMap<>(schemas));
        parts.getSecuritySchemes().forEach(components::addSecurityScheme);
    }

    static void addParameter(Operation operation, String name, String component) {
        boolean isThere = hasParameter(operation, component)
                || Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of()).stream()
                        .anyMatch(parameter -> name.equals(parameter.getName()));
        if (!isThere) {
            operation.addParameter(OASFactory.createParameter().ref(component));
        }
    }

    /** A key of the client's own, with an example for each operation: no two requests share one. */
    void addKey(Operation operation, String component) {
        Parameter key = Objects.requireNonNull(parts.getParameters().get(component));
        String name = Objects.requireNonNullElse(operation.getOperationId(), "").replaceAll("([A-Z])", "-$1");
        operation.addParameter(OASFactory.createParameter()
                .name(key.getName())
                .in(key.getIn())
                .required(key.getRequired())
                .description(key.getDescription())
                .schema(key.getSchema())
                .example(name.toLowerCase(Locale.ROOT) + "-2026-0001"));
    }

    static boolean hasParameter(Operation operation, String component) {
        return Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of()).stream()
                .anyMatch(parameter -> ("#/components/parameters/" + component).equals(parameter.getRef()));
    }

    /** In the order of their numbers, after what the operation says itself. */
    void addProblems(Operation operation, List<Integer> statuses) {
        Map<String, APIResponse> responses =
                new LinkedHashMap<>(operation.getResponses().getAPIResponses());
        statuses.stream().sorted().forEach(status -> {
            APIResponse own = responses.get(Integer.toString(status));
            if (own == null || own.getContent() == null) {
                responses.put(
                        Integer.toString(status),
                        OASFactory.createAPIResponse().ref(Objects.requireNonNull(problems.get(status))));
            }
        });
        operation.getResponses().setAPIResponses(responses);
    }
}
