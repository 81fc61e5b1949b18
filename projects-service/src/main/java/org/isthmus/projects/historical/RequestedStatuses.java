package org.isthmus.projects.historical;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.isthmus.kit.store.Aggregate;
import org.isthmus.kit.store.Confirmation;

/** Statuses of the past that one archivist entered and another one confirms, as a whole: until then they count nowhere. */
@Entity
class RequestedStatuses extends Aggregate {

    @JdbcTypeCode(SqlTypes.JSON)
    private List<HistoricalProject> asked;

    @Embedded
    private Confirmation confirmation;

    RequestedStatuses() {} // for Hibernate

    RequestedStatuses(List<HistoricalProject> asked, String by, LocalDate on) {
        this.asked = asked;
        this.confirmation = new Confirmation(by, on);
    }

    List<HistoricalProject> asked() {
        return List.copyOf(asked);
    }

    Confirmation confirmation() {
        return confirmation;
    }
}
