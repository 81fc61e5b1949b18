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
    private final VerifySeals verification;
    private final AuditTable table;
    private final String service;

    AuditResource(
            AgroalDataSource database,
            VerifySeals verification,
            AuditTable table,
            @ConfigProperty(name = "isthmus.service") String service) {
        this.database = database;
        this.verification = verification;
        this.table = table;
        this.service = service;
    }

    @Schema(name = "AuditPage")
    record Page(
            @Schema(required = true) List<AuditLine> items,

            @Nullable @Schema(description = "Link to the next page.")
            String next) {}

    @GET
    @Operation(operationId = "listAudit", summary = "Read the audit log of a service, oldest first")
    public Page list(
            @RestPath @Parameter(description = "programming, funding or projects", example = "funding") String service,
            @RestQuery @DefaultValue("0") @Min(0) @Parameter(description = "Lines after this position.") long after,
            @RestQuery @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        requireThis(service);
        List<AuditLine> lines = read(after, limit);
        String next = lines.size() < limit
                ? null
                : "/v1/audit/%s?limit=%d&after=%d"
                        .formatted(service, limit, lines.getLast().position());
        return new Page(lines, next);
    }

    @GET
    @Path("/verification")
    @Operation(operationId = "verifyAudit", summary = "Compute all seals of the audit log again")
    public SealVerification verify(@RestPath String service) {
        requireThis(service);
        return verification.run(table);
    }

    private void requireThis(String service) {
        if (!service.equals(this.service)) {
            throw Refusal.notFound("not-found", "There is no service '%s' here".formatted(service));
        }
    }

    private List<AuditLine> read(long after, int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select %s from audit a where a.position > ? order by a.position limit ?
                        """.formatted(AuditLine.COLUMNS))) {
            select.setLong(1, after);
            select.setInt(2, limit);
            ResultSet row = select.executeQuery();
            List<AuditLine> lines = new ArrayList<>();
            while (row.next()) {
                lines.add(AuditLine.of(row));
            }
            return lines;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the audit log", e);
        }
    }
}
