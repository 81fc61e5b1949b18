package org.isthmus.kit.openapi;

import java.util.LinkedHashMap;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.isthmus.kit.http.MergePatch;

/** A PATCH takes what the PUT of its path takes, with every field optional. */
final class Patches {

    private static final String SCHEMAS = "#/components/schemas/";

    private Patches() {}

    static void describe(OpenAPI api, PathItem path) {
        if (path.getPATCH() == null || path.getPUT() == null) {
            return;
        }
        String whole = path.getPUT()
                .getRequestBody()
                .getContent()
                .getMediaType("application/json")
                .getSchema()
                .getRef()
                .substring(SCHEMAS.length());
        String part = whole.replaceAll("Draft$", "") + "Patch";
        api.getComponents()
                .addSchema(
                        part,
                        part(Objects.requireNonNull(
                                api.getComponents().getSchemas().get(whole))));
        path.getPATCH()
                .setRequestBody(OASFactory.createRequestBody()
                        .required(true)
                        .content(OASFactory.createContent()
                                .addMediaType(
                                        MergePatch.TYPE,
                                        OASFactory.createMediaType()
                                                .schema(OASFactory.createSchema()
                                                        .ref(part)))));
    }

    private static Schema part(Schema whole) {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description(
                        "The fields to change; what is left out stays, null removes, lists are replaced as a whole.")
                .properties(new LinkedHashMap<>(whole.getProperties()));
    }
}
