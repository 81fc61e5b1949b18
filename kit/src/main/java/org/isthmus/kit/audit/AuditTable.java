package org.isthmus.kit.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The audit log as a table. */
@ApplicationScoped
class AuditTable implements SealedTable {

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public String columns() {
        return AuditLine.COLUMNS;
    }

    @Override
    public String text(ResultSet row) throws SQLException {
        return AuditLine.of(row).toString();
    }
}
