package org.isthmus.kit.lists;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.query.Query;
import org.jspecify.annotations.Nullable;

/** When an answer was true: the position in the stream of changes, the time, and which day was asked for. */
@Schema(description = "When the answer was true.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AsOf(
        @Schema(
                required = true,
                description = "Opaque position in the stream of the service's changes: all up to it are in the answer.",
                examples = "p4711")
        String position,

        @Schema(required = true, description = "UTC.") Instant at,

        @Schema(
                required = true,
                description =
                        "RECORDED: all that was recorded by then, whatever day it is of; EFFECTIVE: what was effective by the day.",
                enumeration = {"RECORDED", "EFFECTIVE"})
        String meaning,

        @Nullable @Schema(description = "The effective day: the one asked for, of totals without one today.")
        LocalDate effectiveOn,

        @Nullable
        @Schema(
                description =
                        "How many rows match of which no source tells whether they were by the day: left out of the list, listed with dateUnknown=true.",
                examples = "0")
        Long dateUnknown) {

    /**
     * A scalar expression: the position of now, or the one of an instant in the past.
     *
     * @param isOfficial whether the reader sees all changes; for all others it moves with those that everybody may see
     */
    public static Query position(@Nullable Instant recordedBy, boolean isOfficial) {
        if (recordedBy == null) {
            return Query.of(isOfficial ? "stream_position()" : "visible_position()");
        }
        String visible = isOfficial ? "" : " and (select o.visible from outbox o where o.position = n.position)";
        Query position = Query.of(
                "coalesce((select 'p' || number from outbox_number n where given_at <= ?" + visible
                        + " order by given_at desc, number desc limit 1), 'p0')",
                recordedBy);
        return isOfficial
                ? position
                : position.add(
                        " || coalesce('.' || (select max(number) from heard_change where heard_at <= ?), '')",
                        recordedBy);
    }

    public static AsOf of(String position, Past past, Instant now, @Nullable Long dateUnknown) {
        String meaning = past.effectiveOn() == null ? "RECORDED" : "EFFECTIVE";
        Instant at = past.recordedBy() == null ? now : past.recordedBy();
        return new AsOf(position, at, meaning, past.effectiveOn(), dateUnknown);
    }
}
