package org.isthmus.kit.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.isthmus.kit.lists.Column;
import org.isthmus.kit.lists.Type;
import org.isthmus.kit.lists.ViewTable;
import org.isthmus.kit.store.Withdrawal;

/** Writes into the OpenAPI document what the versions of each {@link ViewTable} are: when each stood, where to read it, and whether it was withdrawn. */
final class VersionDocs {

    private VersionDocs() {}

    /** Adds the schema of a thing's versions, and says how it is referred to. */
    static Schema add(OpenAPI api, ViewTable<?> table) {
        String version = Schemas.nameOf(table.body()) + "Version";
        Schema one = Schemas.object()
                .description("One version: what it was and where to read it.")
                .addProperty("version", Schemas.type(Schema.SchemaType.INTEGER).format("int32"));
        table.versionColumns().forEach(shown -> one.addProperty(shown.shownAs(), schema(shown.column())));
        one.addProperty("recordedAt", Schemas.string().format("date-time"))
                .addProperty(
                        "supersededAt",
                        Schemas.string().format("date-time").description("Left out of the present one."))
                .addProperty("link", Schemas.string().description("Where this version is read."))
                .addProperty("withdrawn", withdrawn())
                .required(required(table));
        api.getComponents().addSchema(version, one);
        api.getComponents()
                .addSchema(
                        version + "s",
                        Schemas.object()
                                .description("All versions, the newest first.")
                                .addProperty(
                                        "items",
                                        Schemas.listOf(Schemas.ref(version)).description("The versions."))
                                .required(List.of("items")));
        return Schemas.ref(version + "s");
    }

    private static Schema withdrawn() {
        return Schemas.object()
                .description("Where it was withdrawn, so that nobody reads it any more.")
                .addProperty("at", Schemas.string().format("date-time").description("When it was withdrawn, UTC."))
                .addProperty(
                        "ground",
                        Schemas.string()
                                .enumeration(List.copyOf(Stream.of(Withdrawal.Ground.values())
                                        .map(Enum::name)
                                        .toList()))
                                .description("Why, in a word."))
                .addProperty("reason", Schemas.string().description("Why; for officers and auditors."))
                .required(List.of("at", "ground"));
    }

    private static List<String> required(ViewTable<?> table) {
        List<String> required = new ArrayList<>(List.of("version", "recordedAt", "link"));
        table.versionColumns().stream()
                .filter(shown -> !shown.isOfficial() && !shown.column().optional())
                .forEach(shown -> required.add(shown.shownAs()));
        return required;
    }

    private static Schema schema(Column<?> column) {
        Schema schema = Schemas.type(
                        switch (column.type()) {
                            case INTEGER, YEAR -> Schema.SchemaType.INTEGER;
                            case BOOLEAN -> Schema.SchemaType.BOOLEAN;
                            default -> Schema.SchemaType.STRING;
                        })
                .description(column.words());
        if (column.type() == Type.INTEGER) {
            schema.format("int32");
        }
        return column.allowed().isEmpty() ? schema : schema.enumeration(List.copyOf(column.allowed()));
    }
}
