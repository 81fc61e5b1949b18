package org.isthmus.kit.reconciliation;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.isthmus.kit.events.Delivery;
import org.isthmus.kit.events.DigestListener;
import org.isthmus.kit.http.Json;
import org.isthmus.kit.query.Query;

/** Keeps what owners told of what they own, to compare copies with it. */
@ApplicationScoped
class HeardDigests implements DigestListener {

    private static final String HEAR = """
            insert into digest as known (topic, version, number, at) values (?, ?, ?, ?)
            on conflict (topic) do update set version = excluded.version, number = excluded.number, at = excluded.at
             where known.version < excluded.version
            """;

    private static final String HEAR_BUCKET = """
            insert into digest_bucket (topic, bucket, content) values (?, ?, cast(? as jsonb))
            on conflict (topic, bucket) do update set content = excluded.content
            """;

    private final DataSource database;
    private final ObjectMapper json;

    HeardDigests(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public void heard(Delivery event) {
        DigestEvent told = event.read(DigestEvent.class);
        boolean isNewer = Query.of(HEAR, told.topic(), told.version(), told.number(), told.at())
                        .execute(database)
                > 0;
        if (isNewer) {
            Query.batch(
                    database,
                    HEAR_BUCKET,
                    told.buckets().stream()
                            .map(bucket -> List.<Object>of(told.topic(), bucket.bucket(), content(bucket)))
                            .toList());
        }
    }

    private String content(DigestEvent.Bucket bucket) {
        return Json.write(json, Map.of("count", bucket.count(), "hashes", bucket.hashes(), "sums", bucket.sums()));
    }
}
