package org.isthmus.programming.region;

import java.util.List;
import java.util.UUID;
import org.isthmus.kit.events.Event;
import org.isthmus.kit.values.PartialDate;
import org.isthmus.kit.values.Text;
import org.jspecify.annotations.Nullable;

/** A region as it stands now, for other services. Contract: {@code contracts/events/programming.regions/}. */
record RegionEvent(
        UUID regionId,
        int version,
        String code,
        Text title,
        @Nullable String parent,
        List<String> alsoWritten,
        @Nullable PartialDate from,
        @Nullable PartialDate to)
        implements Event {

    static RegionEvent of(Region region) {
        RegionContent content = region.content();
        return new RegionEvent(
                region.id(),
                region.version(),
                content.code(),
                content.title(),
                content.parentCode(),
                content.alsoWritten(),
                content.from(),
                content.to());
    }

    @Override
    public Envelope envelope() {
        return new Envelope("programming.regions", "eu.isthmus.programming.region.changed.v1", regionId);
    }
}
