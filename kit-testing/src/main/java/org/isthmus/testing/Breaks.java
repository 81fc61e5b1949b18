package org.isthmus.testing;

import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openapitools.openapidiff.core.model.Changed;
import org.openapitools.openapidiff.core.model.ChangedApiResponse;
import org.openapitools.openapidiff.core.model.ChangedContent;
import org.openapitools.openapidiff.core.model.ChangedMediaType;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.model.ChangedOperation;
import org.openapitools.openapidiff.core.model.ChangedParameter;
import org.openapitools.openapidiff.core.model.ChangedParameters;
import org.openapitools.openapidiff.core.model.ChangedResponse;
import org.openapitools.openapidiff.core.model.ChangedSchema;
import org.openapitools.openapidiff.core.model.Endpoint;
import org.openapitools.openapidiff.core.model.schema.ChangedPattern;

/** Says in words what breaks between two OpenAPI documents, operation by operation, without the excused ones. */
final class Breaks {

    private final Set<String> excused;
    private final Set<String> found = new LinkedHashSet<>();

    Breaks(Set<String> excused) {
        this.excused = excused;
    }

    List<String> of(ChangedOpenApi changed) {
        for (Endpoint missing : changed.getMissingEndpoints()) {
            add(missing.getOperation().getOperationId(), missing.getMethod() + " " + missing.getPathUrl() + " is gone");
        }
        for (ChangedOperation operation : changed.getChangedOperations()) {
            String id = operation.getOldOperation().getOperationId();
            int before = found.size();
            if (!id.equals(operation.getNewOperation().getOperationId())) {
                add(id, "is called " + operation.getNewOperation().getOperationId());
            }
            parameters(id, operation.getParameters());
            if (operation.getRequestBody() != null) {
                content(id, "request", operation.getRequestBody().getContent());
            }
            responses(id, operation.getApiResponses());
            if (operation.isIncompatible() && found.size() == before) {
                add(id, "breaks in a way that has no words here: compare the two documents");
            }
        }
        return List.copyOf(found);
    }

    private void parameters(String id, @Nullable ChangedParameters parameters) {
        if (parameters == null) {
            return;
        }
        for (Parameter missing : parameters.getMissing()) {
            add(id, "takes no parameter " + missing.getName());
        }
        for (Parameter added : parameters.getIncreased()) {
            if (Boolean.TRUE.equals(added.getRequired())) {
                add(id, "requires parameter " + added.getName());
            }
        }
        for (ChangedParameter parameter : parameters.getChanged()) {
            schema(id, "parameter " + parameter.getName(), parameter.getSchema(), false);
            if (parameter.isChangeExplode()
                    && "array".equals(parameter.getOldParameter().getSchema().getType())) {
                add(id, "parameter " + parameter.getName() + " separates its values in another way");
            }
            leftOver(id, "parameter " + parameter.getName(), parameter);
        }
    }

    private void responses(String id, @Nullable ChangedApiResponse responses) {
        if (responses == null) {
            return;
        }
        // Which errors there are is told for people; a client reads the problem's code.
        responses.getMissing().keySet().stream()
                .filter(status -> status.startsWith("2"))
                .forEach(status -> add(id, "never answers " + status));
        for (Map.Entry<String, ChangedResponse> response :
                responses.getChanged().entrySet()) {
            content(id, "answer " + response.getKey(), response.getValue().getContent());
            if (response.getValue().getHeaders() != null) {
                response.getValue()
                        .getHeaders()
                        .getMissing()
                        .keySet()
                        .forEach(header -> add(id, "answer " + response.getKey() + " has no header " + header));
            }
        }
    }

    private void content(String id, String where, @Nullable ChangedContent content) {
        if (content == null) {
            return;
        }
        content.getMissing().keySet().forEach(type -> add(id, where + " has no " + type));
        for (Map.Entry<String, ChangedMediaType> type : content.getChanged().entrySet()) {
            schema(id, where, type.getValue().getSchema(), where.startsWith("answer"));
            leftOver(id, where, type.getValue());
        }
    }

    private void schema(String id, String where, @Nullable ChangedSchema schema, boolean isAnswer) {
        if (schema == null) {
            return;
        }
        if (!isAnswer && schema.isChangedType() && takesTheSame(schema.getOldSchema(), schema.getNewSchema())) {
            return;
        }
        int before = found.size();
        // What a client sends and nobody reads is refused, what it read and nobody sends is missed.
        schema.getMissingProperties().keySet().forEach(name -> add(id, where + " has no property " + name));
        if (schema.isChangedType()) {
            add(id, where + " is of another type");
        }
        if (!isAnswer && isNarrower(schema.getPattern())) {
            add(id, where + " must match " + schema.getPattern().getNewPattern());
        }
        if (schema.getRequired() != null && !isAnswer) {
            schema.getRequired().getIncreased().forEach(name -> add(id, where + " requires property " + name));
        }
        if (schema.getRequired() != null && isAnswer) {
            schema.getRequired().getMissing().forEach(name -> add(id, where + " need not have property " + name));
        }
        if (schema.getEnumeration() != null && schema.getEnumeration().isIncompatible()) {
            add(
                    id,
                    where + " has other values: without "
                            + schema.getEnumeration().getMissing());
        }
        for (Map.Entry<String, ChangedSchema> property :
                schema.getChangedProperties().entrySet()) {
            schema(id, where + "." + property.getKey(), property.getValue(), isAnswer);
        }
        schema(id, where + "[]", schema.getItems(), isAnswer);
        schema(id, where + ".*", schema.getAddProp(), isAnswer);
        if (found.size() == before) {
            leftOver(id, where, schema);
        }
    }

    /** A reference that may be null by now stands in a schema that repeats its type, or has none; the comparison takes it for another. */
    private static boolean takesTheSame(@Nullable Schema<?> before, @Nullable Schema<?> now) {
        return before != null
                && now != null
                && (now.getType() == null || now.getType().equals(before.getType()))
                && Objects.equals(now.getFormat(), before.getFormat());
    }

    private static boolean isNarrower(@Nullable ChangedPattern pattern) {
        return pattern != null
                && pattern.getNewPattern() != null
                && !pattern.getNewPattern().equals(pattern.getOldPattern());
    }

    /** What the comparison finds incompatible must not get lost because it has no words above. */
    private void leftOver(String id, String where, Changed changed) {
        if (changed.isIncompatible() && found.stream().noneMatch(said -> said.startsWith(id + ": " + where))) {
            add(id, where + " changed");
        }
    }

    private void add(String id, String what) {
        if (!excused.contains(id)) {
            found.add(id + ": " + what);
        }
    }
}
