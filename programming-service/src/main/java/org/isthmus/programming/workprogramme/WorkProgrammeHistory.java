package org.isthmus.programming.workprogramme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.programming.workflow.DocumentStatus;
import org.jspecify.annotations.Nullable;

/** Every version of a work programme, as it was; the public sees those since the adoption. */
@ApplicationScoped
class WorkProgrammeHistory {

    private final EntityManager entityManager;

    WorkProgrammeHistory(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** All versions that the caller may read. */
    @Schema(name = "WorkProgrammeVersions")
    record Versions(@Schema(required = true) List<Entry> items) {}

    /** One version. */
    @Schema(name = "WorkProgrammeVersion", description = "One version: what it was and where to read it.")
    record Entry(
            @Schema(required = true) int version,
            @Schema(required = true) DocumentStatus status,
            @Schema(required = true) int edition,

            @Nullable @Schema(description = "Why it was amended or withdrawn.")
            String reason,

            @Nullable @Schema(description = "Why the amendment before it was given up; for officials.")
            String amendmentWithdrawnBecause,

            @Schema(required = true) Instant recordedAt,
            @Nullable Instant supersededAt,
            @Schema(required = true) String link) {}

    @SuppressWarnings("unchecked")
    Versions of(UUID id, boolean official) {
        List<Tuple> rows = entityManager
                .createNativeQuery("""
                        select version, status, edition, reason, recorded_at, superseded_at,
                               case when :official then amendment_withdrawn end as withdrawn
                        from work_programme_document where id = :id and (published or :official) order by version
                        """, Tuple.class)
                .setParameter("id", id)
                .setParameter("official", official)
                .getResultList();
        if (rows.isEmpty()) {
            throw Refusal.notFound("work-programme-unknown", "There is no work programme %s".formatted(id));
        }
        return new Versions(rows.stream().map(row -> entry(id, row)).toList());
    }

    String text(UUID id, int version, boolean official) {
        Object body = entityManager
                .createNativeQuery("""
                        select body from work_programme_document
                        where id = :id and version = :version and (published or :official)
                        """, String.class)
                .setParameter("id", id)
                .setParameter("version", version)
                .setParameter("official", official)
                .getSingleResultOrNull();
        if (body == null) {
            throw Refusal.notFound("version-unknown", "There is no version %d of %s here".formatted(version, id));
        }
        return body.toString();
    }

    private static Entry entry(UUID id, Tuple row) {
        int version = row.get("version", Integer.class);
        return new Entry(
                version,
                DocumentStatus.valueOf(row.get("status", String.class)),
                row.get("edition", Integer.class),
                row.get("reason", String.class),
                row.get("withdrawn", String.class),
                row.get("recorded_at", Instant.class),
                row.get("superseded_at", Instant.class),
                "/v1/work-programmes/%s/versions/%d".formatted(id, version));
    }
}
