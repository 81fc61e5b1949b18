package org.isthmus.programming.country;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.isthmus.kit.Ids;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.time.PartialDate;
import org.jspecify.annotations.Nullable;

/** A country, its region, and the instruments under which it is eligible. Its code never changes. */
@Entity
class Country {

    @Id
    private UUID id;

    @Version
    private int version = 1;

    private String code;

    @JdbcTypeCode(SqlTypes.JSON)
    private CountryDraft content;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    Country() {}

    Country(CountryDraft draft) {
        refuseReversal(draft);
        this.id = Ids.next();
        this.code = draft.code();
        this.content = draft;
    }

    void revise(CountryDraft draft) {
        refuseReversal(draft);
        if (!draft.code().equals(code)) {
            throw Refusal.conflict("code-fixed", "The code of country %s never changes".formatted(code));
        }
        this.content = draft;
    }

    private static void refuseReversal(CountryDraft draft) {
        Faults faults = new Faults();
        for (int i = 0; i < draft.instruments().size(); i++) {
            CountryDraft.Instrument instrument = draft.instruments().get(i);
            note(faults, "/instruments/" + i, instrument.from(), instrument.to());
        }
        for (int i = 0; i < draft.priorities().size(); i++) {
            CountryDraft.Priority priority = draft.priorities().get(i);
            note(faults, "/priorities/" + i, priority.from(), priority.to());
        }
        faults.refuseIfAny(Refusal.Kind.INVALID, "country-invalid", "A time ends before it begins");
    }

    private static void note(Faults faults, String pointer, @Nullable PartialDate from, @Nullable PartialDate to) {
        faults.require(
                from == null || to == null || !to.last().isBefore(from.first()),
                pointer + "/to",
                "ends-before-start",
                "%s comes before %s.".formatted(to, from));
    }

    CountryEvent.Changed changed() {
        return new CountryEvent.Changed(
                id,
                version,
                code,
                content.name(),
                content.region(),
                content.instruments().stream()
                        .map(i -> new CountryEvent.Changed.Instrument(i.instrument(), i.from(), i.to()))
                        .toList());
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    String code() {
        return code;
    }

    CountryDraft content() {
        return content;
    }
}
