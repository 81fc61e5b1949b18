package org.isthmus.programming.country;

import static org.isthmus.kit.values.PartialDate.requireOrder;

import jakarta.persistence.Entity;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.store.Aggregate;
import org.isthmus.programming.region.Regions;

/** A country, its region, and the instruments under which it is eligible. Its code never changes. */
@Entity
class Country extends Aggregate {

    @JdbcTypeCode(SqlTypes.JSON)
    private CountryContent content;

    Country() {} // for Hibernate

    Country(CountryContent content, Regions regions) {
        this.content = sound(content, regions);
    }

    void revise(CountryContent revised, Regions regions) {
        if (!revised.code().equals(content.code())) {
            throw Refusal.conflict("code-fixed", "The code of country %s never changes".formatted(content.code()));
        }
        this.content = sound(revised, regions);
    }

    private static CountryContent sound(CountryContent content, Regions regions) {
        Faults faults = new Faults().addAll(regions.unknown(content.region(), "/region"));
        faults.each("/instruments", content.instruments(), (at, i) -> requireOrder(faults, at, i.from(), i.to()));
        faults.each("/priorities", content.priorities(), (at, p) -> requireOrder(faults, at, p.from(), p.to()));
        faults.refuseIfAny(Refusal.Kind.INVALID, "country-invalid", "Its region is unknown, or a time is reversed");
        return content;
    }

    @Override
    public List<CountryEvent> told() {
        return List.of(CountryEvent.of(this));
    }

    CountryContent content() {
        return content;
    }
}
