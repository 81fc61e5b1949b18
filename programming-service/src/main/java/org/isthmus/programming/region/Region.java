package org.isthmus.programming.region;

import jakarta.persistence.Entity;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.store.Aggregate;
import org.isthmus.kit.values.PartialDate;

/** A region by the one code that documents, countries and totals name it by. Its code never changes. */
@Entity
class Region extends Aggregate {

    @JdbcTypeCode(SqlTypes.JSON)
    private RegionContent content;

    Region() {} // for Hibernate

    Region(RegionContent content) {
        refuseReversal(content);
        this.content = content;
    }

    void revise(RegionContent revised) {
        refuseReversal(revised);
        if (!revised.code().equals(content.code())) {
            throw Refusal.conflict("code-fixed", "The code of region %s never changes".formatted(content.code()));
        }
        this.content = revised;
    }

    private static void refuseReversal(RegionContent content) {
        Faults faults = new Faults();
        PartialDate.requireOrder(faults, "", content.from(), content.to());
        faults.refuseIfAny(Refusal.Kind.INVALID, "region-invalid", "A region ends before it begins");
    }

    @Override
    public List<RegionEvent> told() {
        return List.of(RegionEvent.of(this));
    }

    RegionContent content() {
        return content;
    }
}
