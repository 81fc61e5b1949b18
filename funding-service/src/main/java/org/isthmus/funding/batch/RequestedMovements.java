package org.isthmus.funding.batch;

import static jakarta.persistence.EnumType.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.isthmus.kit.store.Aggregate;
import org.isthmus.kit.store.Confirmation;

/** Movements that one person asked for and another one confirms, as a whole: until then nothing of them is in the books. */
@Entity
public class RequestedMovements extends Aggregate {

    /** What they were asked for by; it says who may confirm them. */
    @Schema(name = "MovementRequestKind")
    public enum Kind {
        /** Appropriations that the budget authority gave. */
        APPROPRIATIONS("authorising-officer"),
        /** Rows of any type. */
        BATCH("finance-officer", "authorising-officer"),
        /** Commitments of the past, read in documents. */
        PAST("archivist");

        private final List<String> roles;

        Kind(String... roles) {
            this.roles = List.of(roles);
        }

        List<String> roles() {
            return roles;
        }
    }

    @Enumerated(STRING)
    private Kind kind;

    /** The body of a batch. */
    @JdbcTypeCode(SqlTypes.JSON)
    private JsonNode asked;

    private int movements;

    @Embedded
    private Confirmation confirmation;

    RequestedMovements() {} // for Hibernate

    RequestedMovements(Kind kind, JsonNode asked, int movements, String by, LocalDate on) {
        this.kind = kind;
        this.asked = asked;
        this.movements = movements;
        this.confirmation = new Confirmation(by, on);
    }

    Kind kind() {
        return kind;
    }

    JsonNode asked() {
        return asked;
    }

    int movements() {
        return movements;
    }

    Confirmation confirmation() {
        return confirmation;
    }
}
