package org.isthmus.programming.workprogramme;

import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.isthmus.kit.values.Source;
import org.isthmus.kit.values.Text;
import org.isthmus.programming.indicativeprogramme.IndicativeProgrammeRegister.Known;
import org.jspecify.annotations.Nullable;

/** What stands above the actions of a work programme: which it is, under which programme, for which year and part. */
@Embeddable
record Heading(
        String reference,
        UUID indicativeProgrammeId,
        String indicativeProgrammeReference,
        String programmeCode,
        int year,
        @Nullable Integer part,
        @JdbcTypeCode(SqlTypes.JSON) Text title,
        @JdbcTypeCode(SqlTypes.JSON) List<Source> sources) {

    static Heading of(WorkProgrammeContent content, Known parent) {
        return new Heading(
                content.reference(),
                parent.id(),
                parent.reference(),
                parent.programmeCode(),
                content.year(),
                content.part(),
                content.title(),
                content.sources());
    }
}
