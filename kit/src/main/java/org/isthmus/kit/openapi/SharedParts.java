package org.isthmus.kit.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Parameters, headers and answers that many operations share, as components that they refer to. */
final class SharedParts {

    private SharedParts() {}

    static void addTo(Components components) {
        header(
                components,
                "ETag",
                "The version of what is answered; send it back in If-Match or If-None-Match.",
                "\"v4\"");
        header(components, "LastModified", "When this version was recorded.", "Thu, 18 Nov 2010 10:00:00 GMT");
        header(components, "Location", "The path of what is there now.", "/v1/...");
        header(components, "RequestId", "Taken from the request or made; name it when something is wrong.", "7f3c9a52");
        header(components, "RetryAfter", "Seconds to wait.", "5");

        query(
                        components,
                        "AsOf",
                        "asOf",
                        "As it was recorded at the end of that day, in the installation's zone, or at that instant in UTC.",
                        text())
                .example("2012-12-31");
        query(
                        components,
                        "RecordedAsOf",
                        "recordedAsOf",
                        "What was known at the end of that day, in the installation's zone, or at that instant in UTC.",
                        text())
                .example("2012-12-31");
        query(components, "DryRun", "dryRun", "Answers what would happen and changes nothing.", bool());
        String key = "Makes a repetition of this request answer the same and change nothing; kept 30 days.";
        request(components, "IdempotencyKey", "Idempotency-Key", key, false).example("5a1c2e70-pay-2010-03");
        request(components, "RequiredIdempotencyKey", "Idempotency-Key", key + " Money needs it.", true)
                .example("5a1c2e70-pay-2010-03");
        String version = "The ETag of the version that was seen; when another one stands by now, nothing is done.";
        request(components, "IfMatch", "If-Match", version, false).example("\"v4\"");
        request(components, "RequiredIfMatch", "If-Match", version, true).example("\"v4\"");
        request(components, "IfNoneMatch", "If-None-Match", "ETag of the version that is there already.", false)
                .example("\"v4\"");

        components.addResponse(
                "NotModified",
                OASFactory.createAPIResponse().description("Still the version that If-None-Match names."));
        components.addSchema("Fault", ProblemDocs.fault());
        components.addSchema("Problem", ProblemDocs.problem());
        ProblemDocs.NAMES.forEach((status, name) -> components.addResponse(name, ProblemDocs.response(status)));
    }

    static void addParameter(Operation operation, String name, String component) {
        boolean isThere = operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> name.equals(parameter.getName()));
        if (!isThere) {
            operation.addParameter(OASFactory.createParameter().ref(component));
        }
    }

    static boolean hasParameter(Operation operation, String component) {
        return Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of()).stream()
                .anyMatch(parameter -> ("#/components/parameters/" + component).equals(parameter.getRef()));
    }

    /** In the order of their numbers, after what the operation says itself. */
    static void addProblems(Operation operation, List<Integer> statuses) {
        Map<String, APIResponse> responses =
                new LinkedHashMap<>(operation.getResponses().getAPIResponses());
        statuses.stream().sorted().forEach(status -> {
            APIResponse own = responses.get(Integer.toString(status));
            if (own == null || own.getContent() == null) {
                responses.put(
                        Integer.toString(status),
                        OASFactory.createAPIResponse().ref(Objects.requireNonNull(ProblemDocs.NAMES.get(status))));
            }
        });
        operation.getResponses().setAPIResponses(responses);
    }

    private static void header(Components components, String component, String words, String example) {
        Header header =
                OASFactory.createHeader().description(words).schema(text()).example(example);
        components.addHeader(component, header);
    }

    private static Parameter query(Components components, String component, String name, String words, Schema schema) {
        return parameter(components, component, name, words, schema).in(Parameter.In.QUERY);
    }

    private static Parameter request(
            Components components, String component, String name, String words, boolean required) {
        return parameter(components, component, name, words, text())
                .in(Parameter.In.HEADER)
                .required(required);
    }

    private static Parameter parameter(
            Components components, String component, String name, String words, Schema schema) {
        Parameter parameter =
                OASFactory.createParameter().name(name).description(words).schema(schema);
        components.addParameter(component, parameter);
        return parameter;
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }

    private static Schema bool() {
        return OASFactory.createSchema().addType(Schema.SchemaType.BOOLEAN);
    }
}
