package org.isthmus.programming.coverage;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What we know of a project: which action it serves and what it touches, as it was told last. */
@Entity
@SuppressWarnings("UnusedVariable") // SQL reads what Java only writes
class KnownProject {

    @Id
    private UUID id;

    private int version;
    private String reference;
    private String status;
    private boolean published;
    private @Nullable String programme;
    private @Nullable UUID actionId;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> strands;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> countries;

    private @Nullable LocalDate startOn;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    KnownProject() {}

    @SuppressWarnings("NullAway.Init") // take gives it all the rest
    KnownProject(UUID id) {
        this.id = id;
    }

    void take(ProjectConsumer.State state) {
        version = state.version();
        reference = state.reference();
        status = state.status();
        published = state.published();
        programme = state.programme();
        actionId = state.actionId();
        strands = state.strands().stream()
                .map(ProjectConsumer.Coded::code)
                .distinct()
                .toList();
        countries = state.countries().stream()
                .map(ProjectConsumer.Coded::code)
                .distinct()
                .toList();
        startOn = state.start() == null ? null : state.start().first();
    }

    void hide(int inVersion) {
        version = inVersion;
        published = false;
    }

    @Nullable
    UUID actionId() {
        return actionId;
    }
}
