package org.isthmus.kit.openapi;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;

/** Which problems an operation can answer. */
record Statuses(Operation operation, String path, PathItem.HttpMethod method, boolean isPublic) {

    List<Integer> all() {
        boolean isRead = method == PathItem.HttpMethod.GET || method == PathItem.HttpMethod.HEAD;
        List<Integer> statuses = new ArrayList<>(List.of(400, 401, 406, 412, 500, 503));
        if (!isPublic) {
            statuses.add(403);
        }
        if (path.contains("{") || !isRead) {
            statuses.add(404);
        }
        if (!isRead) {
            statuses.addAll(List.of(409, 422));
        }
        if (operation.getRequestBody() != null || method == PathItem.HttpMethod.POST) {
            statuses.addAll(List.of(413, 415));
        }
        if (SharedParts.hasParameter(operation, "RequiredIfMatch")) {
            statuses.add(428);
        }
        return statuses;
    }
}
