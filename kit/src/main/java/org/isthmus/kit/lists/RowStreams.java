package org.isthmus.kit.lists;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.sql.DataSource;
import org.isthmus.kit.access.BoundedReads;
import org.isthmus.kit.http.Json;
import org.isthmus.kit.query.Query;

/** Streams every row that a list's filters match, in flat memory: the rows go out as the database brings them. */
@ApplicationScoped
class RowStreams {

    private static final CsvMapper CSV = new CsvMapper();
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final DataSource database;
    private final BoundedReads reads;
    private final ObjectMapper json;

    RowStreams(DataSource database, BoundedReads reads, ObjectMapper json) {
        this.database = database;
        this.reads = reads;
        this.json = json;
    }

    StreamingOutput ndjson(Rows<?> rows, Query body) {
        refuse(rows);
        return reads.file(out -> statement(rows, body).stream(database, row -> {
            out.write(Json.trimmed(json, row.text("body"), rows.request().fields())
                    .getBytes(StandardCharsets.UTF_8));
            out.write('\n');
        }));
    }

    StreamingOutput csv(Rows<?> rows, Query body) {
        refuse(rows);
        ListRequest<?> request = rows.request();
        Cells cells = Cells.of(request.table().offer(), request.fields(), request.languages());
        return reads.file(out -> {
            if (request.byteOrderMark()) {
                out.write(BYTE_ORDER_MARK.getBytes(StandardCharsets.UTF_8));
            }
            try (SequenceWriter lines = writer(out)) {
                lines.write(cells.headers().toArray(String[]::new));
                statement(rows, body).stream(database, row -> {
                    for (List<String> line : cells.lines(json.readTree(row.text("body")))) {
                        lines.write(line.toArray(String[]::new));
                    }
                });
            }
        });
    }

    private static SequenceWriter writer(OutputStream out) throws java.io.IOException {
        return CSV.writerFor(String[].class)
                .with(CsvSchema.emptySchema().withLineSeparator("\r\n"))
                .writeValues(out);
    }

    /** Before the first byte, since a stream can't be taken back. */
    void refuse(Rows<?> rows) {
        KnownValues.refuse(rows.request().asked(), rows.audience(), database, json);
    }

    private static <A> Query statement(Rows<A> rows, Query body) {
        ViewTable<A> table = rows.request().table();
        boolean ofThePast = rows.request().past().recordedBy() != null && !rows.isComputed();
        Query statement = rows.with(new Query()).add("select ");
        if (ofThePast) {
            statement
                    .add("coalesce((select ")
                    .add(body)
                    .add(" from %s p where p.id = v.id and p.version = v.version), (select "
                            .formatted(table.relation()))
                    .add(body)
                    .add(" from %s h where h.id = v.id and h.version = v.version))".formatted(table.history()));
        } else {
            statement.add(body);
        }
        return statement
                .add(" as body from ")
                .add(rows.ranked())
                .add(" where ")
                .add(rows.matches(null))
                .add(rows.orderBy(0, false));
    }
}
