package org.isthmus.programming.country;

import java.util.List;
import java.util.UUID;
import org.isthmus.kit.events.Event;
import org.isthmus.kit.values.PartialDate;
import org.isthmus.kit.values.Text;
import org.jspecify.annotations.Nullable;

/** A country as it stands now, for other services. Contract: {@code contracts/events/programming.countries/}. */
record CountryEvent(UUID countryId, int version, String code, Text name, String region, List<Instrument> instruments)
        implements Event {

    record Instrument(
            String instrument,
            @Nullable PartialDate from,
            @Nullable PartialDate to) {}

    static CountryEvent of(Country country) {
        return new CountryEvent(
                country.id(),
                country.version(),
                country.content().code(),
                country.content().name(),
                country.content().region(),
                country.content().instruments().stream()
                        .map(i -> new Instrument(i.instrument(), i.from(), i.to()))
                        .toList());
    }

    @Override
    public Envelope envelope() {
        return new Envelope("programming.countries", "eu.isthmus.programming.country.changed.v1", countryId);
    }
}
