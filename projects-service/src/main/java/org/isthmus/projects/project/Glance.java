package org.isthmus.projects.project;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.documents.Scope;
import org.isthmus.projects.access.Readers;
import org.isthmus.projects.project.ProjectView.ProjectLink;
import org.isthmus.projects.project.ProjectView.RelationView;
import org.isthmus.projects.relation.RelationType;
import org.jspecify.annotations.Nullable;

/** Reads about a project beside its representation: its ties and its versions, each as far as the caller may see it. */
@ApplicationScoped
class Glance {

    private final AgroalDataSource database;
    private final Readers readers;

    Glance(AgroalDataSource database, Readers readers) {
        this.database = database;
        this.readers = readers;
    }

    /** One version of a project; its representation is the project as of its time. */
    @Schema(
            name = "ProjectVersion",
            description = "A version of a project: when it was recorded, and until when it stood.")
    record Version(
            @Schema(required = true) int version,
            @Schema(required = true) Instant recordedAt,

            @Nullable @Schema(description = "Absent for the present version.")
            Instant supersededAt,

            @Schema(required = true) ProjectStatus status,
            @Schema(required = true) boolean published,

            @Schema(required = true, description = "Where the version can be read.")
            String link) {}

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    List<Version> versions(UUID id) {
        Scope scope = readers.projects();
        String sql =
                "select version, recorded_at, superseded_at, status, published from project_document where id = ? and "
                        + scope.condition() + " order by version";
        List<Version> versions = all(sql, scope, List.of(id), List.of(), row -> version(id, row));
        if (versions.isEmpty()) {
            throw Projects.unknown(id);
        }
        return versions;
    }

    List<RelationView> relations(UUID id) {
        Scope scope = readers.projects();
        String seen = "(select id, reference from project_document where superseded_at is null and " + scope.condition()
                + ")";
        String sql = "with seen as " + seen + """
                 select r.id, case when r.from_id = s.id then r.type else
                    case r.type when 'PART_OF' then 'HAS_PART' when 'FOLLOWS' then 'FOLLOWED_BY' else r.type end end,
                    o.id, o.reference
                from seen s left join (relation r join seen o on o.id in (r.from_id, r.to_id))
                    on s.id in (r.from_id, r.to_id) and o.id <> s.id
                where s.id = ? order by 2, 1
                """;
        List<@Nullable RelationView> rows = all(sql, scope, List.of(), List.of(id), Glance::relation);
        if (rows.isEmpty()) {
            throw Projects.unknown(id);
        }
        List<RelationView> relations = new ArrayList<>();
        for (RelationView row : rows) {
            if (row != null) {
                relations.add(row);
            }
        }
        return relations;
    }

    private static Version version(UUID id, ResultSet row) throws SQLException {
        Timestamp superseded = row.getTimestamp(3);
        Instant recordedAt = row.getTimestamp(2).toInstant();
        return new Version(
                row.getInt(1),
                recordedAt,
                superseded == null ? null : superseded.toInstant(),
                ProjectStatus.valueOf(row.getString(4)),
                row.getBoolean(5),
                "/v1/projects/%s?asOf=%s".formatted(id, recordedAt));
    }

    /** Null for the one row of a project without ties. */
    private static @Nullable RelationView relation(ResultSet row) throws SQLException {
        UUID relation = row.getObject(1, UUID.class);
        return relation == null
                ? null
                : new RelationView(
                        relation,
                        RelationType.valueOf(row.getString(2)),
                        new ProjectLink(row.getObject(3, UUID.class), row.getString(4)));
    }

    private <T extends @Nullable Object> List<T> all(
            String sql, Scope scope, List<Object> before, List<Object> after, Row<T> reader) {
        List<Object> values = new ArrayList<>(before);
        values.addAll(scope.values());
        values.addAll(after);
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            List<T> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(reader.read(row));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("statement failed: " + e.getMessage(), e);
        }
    }
}
