package org.isthmus.programming.region;

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

/** A region by the one code that documents, countries and totals name it by. Its code never changes. */
@Entity
class Region implements Aggregate {

    @Id
    private UUID id;

    @Version
    private int version = 1;

    @JdbcTypeCode(SqlTypes.JSON)
    private RegionContent content;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    Region() {}

    Region(RegionContent content) {
        refuseReversal(content);
        this.id = Ids.next();
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

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public int version() {
        return version;
    }

    RegionContent content() {
        return content;
    }
}
