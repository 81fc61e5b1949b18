package org.isthmus.kit.audit;

import io.agroal.api.AgroalDataSource;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.kit.rules.Refusal;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Every write of one service, done or refused, in the order it happened. */
@Path("/v1/audit/{service}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Audit", description = "Who did what, when, from where, and what came of it.")
class AuditResource {

    private final AgroalDataSource database;
    private final String service;

    AuditResource(AgroalDataSource database, @ConfigProperty(name = "isthmus.service") String service) {
        this.database = database;
        this.service = service;
    }

    @Schema(name = "AuditLine", description = "One write, done or refused.")
    record Line(
            @Schema(required = true) long position,
            @Schema(required = true, description = "UTC.") Instant at,

            @Schema(required = true, description = "Subject of the token.")
            String caller,

            @Schema(required = true, description = "Roles at that time, separated by commas.")
            String roles,

            @Schema(required = true) String method,
            @Schema(required = true) String path,

            @Schema(
                    required = true,
                    enumeration = {"DONE", "REFUSED"})
            String outcome,

            @Schema(required = true) int status,

            @Nullable @Schema(description = "Code of the refusal.")
            String code,

            @Schema(required = true) String requestId,
            @Schema(required = true) String address,

            @Nullable @Schema(description = "The answer as JSON: the state after the write.")
            String after) {}

    @Schema(name = "AuditPage")
    record Page(
            @Schema(required = true) List<Line> items,

            @Nullable @Schema(description = "Link to the next page.")
            String next) {}

    @GET
    @Operation(operationId = "listAudit", summary = "Read the audit log of a service, oldest first")
    public Page list(
            @RestPath @Parameter(description = "programming, funding or projects", example = "funding") String service,
            @RestQuery @DefaultValue("0") @Min(0) @Parameter(description = "Lines after this position.") long after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        if (!service.equals(this.service)) {
            throw Refusal.notFound("not-found", "There is no service '%s' here".formatted(service));
        }
        List<Line> lines = read(after, limit);
        String next = lines.size() < limit
                ? null
                : "/v1/audit/%s?limit=%d&after=%d"
                        .formatted(service, limit, lines.getLast().position());
        return new Page(lines, next);
    }

    private List<Line> read(long after, int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select position, at, caller, roles, method, path, outcome, status,
                               nullif(code, '') as code, request_id, address, nullif(after, '') as after
                        from audit where position > ? order by position limit ?
                        """)) {
            select.setLong(1, after);
            select.setInt(2, limit);
            ResultSet row = select.executeQuery();
            List<Line> lines = new ArrayList<>();
            while (row.next()) {
                lines.add(line(row));
            }
            return lines;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the audit log", e);
        }
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getLong("position"),
                row.getTimestamp("at").toInstant(),
                row.getString("caller"),
                row.getString("roles"),
                row.getString("method"),
                row.getString("path"),
                row.getString("outcome"),
                row.getInt("status"),
                row.getString("code"),
                row.getString("request_id"),
                row.getString("address"),
                row.getString("after"));
    }
}
