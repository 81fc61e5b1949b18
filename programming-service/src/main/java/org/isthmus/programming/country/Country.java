package org.isthmus.programming.country;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.isthmus.kit.Ids;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.store.Aggregate;
import org.isthmus.kit.values.PartialDate;

/** A country, its region, and the instruments under which it is eligible. Its code never changes. */
@Entity
class Country implements Aggregate {

    @Id
    private UUID id;

    @Version
    private int version = 1;

    @JdbcTypeCode(SqlTypes.JSON)
    private CountryContent content;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    Country() {}

    Country(CountryContent content) {
        refuseReversal(content);
        this.id = Ids.next();
        this.content = content;
    }

    void revise(CountryContent revised) {
        refuseReversal(revised);
        if (!revised.code().equals(code())) {
            throw Refusal.conflict("code-fixed", "The code of country %s never changes".formatted(code()));
        }
        this.content = revised;
    }

    private static void refuseReversal(CountryContent content) {
        Faults faults = new Faults();
        for (int i = 0; i < content.instruments().size(); i++) {
            CountryContent.Instrument instrument = content.instruments().get(i);
            PartialDate.requireOrder(faults, "/instruments/" + i, instrument.from(), instrument.to());
        }
        for (int i = 0; i < content.priorities().size(); i++) {
            CountryContent.Priority priority = content.priorities().get(i);
            PartialDate.requireOrder(faults, "/priorities/" + i, priority.from(), priority.to());
        }
        faults.refuseIfAny(Refusal.Kind.INVALID, "country-invalid", "A time ends before it begins");
    }

    @Override
    public List<CountryEvent> told() {
        return List.of(CountryEvent.of(this));
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public int version() {
        return version;
    }

    String code() {
        return content.code();
    }

    CountryContent content() {
        return content;
    }
}
