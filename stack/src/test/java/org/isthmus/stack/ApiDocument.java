package org.isthmus.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The merged OpenAPI document, as the gateway serves it; the gateway's tests hold it against the committed one. */
record ApiDocument(JsonNode root) {

    private static final List<String> PREFERRED = List.of("programme-officer", "finance-officer");

    /** They follow what the first of the same role did in the examples. */
    private static final Set<String> BY_ANOTHER = Set.of("amendWorkProgramme", "decommitCommitment", "requestPayment");

    /** One operation of it. */
    record Operation(String method, String path, JsonNode node) {

        String id() {
            return node.path("operationId").asText();
        }

        /** A client that may call it, one of the demo clients that are named as their roles are. */
        Api client() {
            List<String> roles = new ArrayList<>();
            node.path("x-roles").forEach(role -> roles.add(role.asText()));
            if (roles.isEmpty()) {
                return Api.anonymous(); // what the gateway answers itself
            }
            if (id().equals("amendWorkProgramme")) {
                return Api.as("authorising-officer-b"); // not for who adopted it
            }
            return roles.contains("public") || roles.contains("auditor") ? Api.as("auditor") : Api.as(client(roles));
        }

        private String client(List<String> roles) {
            if (roles.equals(List.of("archivist"))) {
                return "archivist-a";
            }
            String role = PREFERRED.stream().filter(roles::contains).findFirst().orElseGet(roles::getFirst);
            return BY_ANOTHER.contains(id()) ? role + "-b" : role;
        }
    }

    static ApiDocument served() {
        return new ApiDocument(Api.anonymous().get("/openapi.json").expect(200).body());
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(member -> member.getValue().has("responses"))
                        .map(member -> new Operation(
                                member.getKey().toUpperCase(Locale.ROOT), path.getKey(), member.getValue()))
                        .forEach(operations::add));
        return operations;
    }

    /** What a reference leads to, or the node itself. */
    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? root.at(node.path("$ref").asText().substring(1)) : node;
    }
}
