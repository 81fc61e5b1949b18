package org.isthmus.programming.country;

import java.util.List;
import java.util.UUID;
import org.isthmus.kit.events.Event;
import org.isthmus.kit.text.Text;
import org.isthmus.kit.time.PartialDate;
import org.jspecify.annotations.Nullable;

/** What other services learn about countries. Contract: {@code contracts/events/programming.countries/}. */
sealed interface CountryEvent extends Event {

    UUID countryId();

    @Override
    default String topic() {
        return "programming.countries";
    }

    @Override
    default UUID key() {
        return countryId();
    }

    /** A country as it stands now. */
    record Changed(UUID countryId, int version, String code, Text name, String region, List<Instrument> instruments)
            implements CountryEvent {

        record Instrument(
                String instrument,
                @Nullable PartialDate from,
                @Nullable PartialDate to) {}

        @Override
        public String type() {
            return "eu.isthmus.programming.country.changed.v1";
        }
    }
}
