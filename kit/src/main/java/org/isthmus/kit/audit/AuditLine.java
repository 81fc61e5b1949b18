package org.isthmus.kit.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One write, done or refused. */
@Schema(description = "One write, done or refused.")
record AuditLine(
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
        String after) {

    static final String COLUMNS = "a.position, a.at, a.caller, a.roles, a.method, a.path, a.outcome, a.status,"
            + " nullif(a.code, '') as code, a.request_id, a.address, nullif(a.after, '') as after";

    static AuditLine of(ResultSet row) throws SQLException {
        return new AuditLine(
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
