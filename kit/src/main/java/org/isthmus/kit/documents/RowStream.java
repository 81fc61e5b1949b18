package org.isthmus.kit.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Streams every row that a list's filter matches, in flat memory: the rows go out as the database brings them. */
@ApplicationScoped
class RowStream {

    private static final int FETCH = 500;
    private static final CsvMapper CSV = new CsvMapper();

    private final AgroalDataSource database;
    private final ObjectMapper json;

    RowStream(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    private interface RowWriter {
        void write(String body) throws IOException;
    }

    StreamingOutput ndjson(Listing listing, ListRequest request, Scope scope) {
        return out -> each(listing, request, scope, body -> {
            out.write(body.getBytes(StandardCharsets.UTF_8));
            out.write('\n');
        });
    }

    StreamingOutput csv(Listing listing, ListRequest request, Scope scope) {
        return out -> {
            try (SequenceWriter rows = writer(out)) {
                rows.write(listing.csvColumns().stream()
                        .map(Listing.CsvColumn::header)
                        .toArray(String[]::new));
                each(listing, request, scope, body -> {
                    JsonNode document = json.readTree(body);
                    rows.write(listing.csvColumns().stream()
                            .map(column -> Cells.at(document, column.pointer()))
                            .toArray(String[]::new));
                });
            }
        };
    }

    private static SequenceWriter writer(OutputStream out) throws IOException {
        return CSV.writerFor(String[].class)
                .with(CsvSchema.emptySchema().withLineSeparator("\r\n"))
                .writeValues(out);
    }

    private void each(Listing listing, ListRequest request, Scope scope, RowWriter writer) throws IOException {
        Sql sql = new Sql().add("select body from " + listing.table() + " where ");
        Conditions.rows(sql, listing, request, scope, null);
        sql.add(Conditions.orderBy(request.orders()));
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false); // else the driver reads all rows at once
            try (PreparedStatement statement = sql.prepare(connection)) {
                statement.setFetchSize(FETCH);
                ResultSet row = statement.executeQuery();
                while (row.next()) {
                    writer.write(row.getString(1));
                }
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw Sql.failed(e);
        }
    }
}
