package org.isthmus.funding.delegation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isthmus.kit.access.Delegations;
import org.isthmus.kit.lists.Type;
import org.isthmus.kit.lists.ViewTable;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.store.Aggregates;
import org.isthmus.kit.store.Store;
import org.isthmus.kit.values.Delegated;
import org.isthmus.kit.values.Money;

/** All delegations: how they are kept and found, and which of them holds today. */
@ApplicationScoped
class KeptDelegations implements PanacheRepositoryBase<Delegation, UUID>, Delegations {

    // formatter:off
    static final ViewTable<Delegation> VIEWS = ViewTable.<Delegation>of("delegation", "/v1/delegations", DelegationView.class)
            .visible(delegation -> false)
            .cell("id", "/id")
            .reference(delegation -> delegation.id().toString(), "Its id.")
            .column("role", DelegatedRole.class, Delegation::role, "Role.").filter().facet().csv()
            .column("status", Delegation.Status.class, Delegation::status, "Status.").filter().facet().csv()
            .column("from_on", Type.DATE, Delegation::fromOn, "First day.").sort("from").cell("from", "/from")
            .cell("to", "/to").cell("deputy", "/deputy").cell("delegator", "/delegator").cell("upTo", "/upTo/amount");
    // formatter:on

    private final Aggregates<Delegation, DelegationView> aggregates;
    private final DataSource database;
    private final Clock clock;
    private final ZoneId zone;

    KeptDelegations(Store store, DataSource database, Clock clock, @ConfigProperty(name = "isthmus.zone") ZoneId zone) {
        aggregates = store.aggregates(this, VIEWS, DelegationView::of);
        this.database = database;
        this.clock = clock;
        this.zone = zone;
    }

    Aggregates<Delegation, DelegationView> all() {
        return aggregates;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** Of several the one that allows most. */
    @Override
    public Optional<Delegated> find(String person, Set<String> roles) {
        return Query.of("""
                        select role, delegator, up_to from delegation
                         where deputy = ? and status = 'CONFIRMED' and ? between from_on and to_on
                           and lower(replace(role, '_', '-')) = any (?)
                         order by up_to desc limit 1
                        """, person, today(), roles)
                .first(
                        database,
                        row -> new Delegated(
                                DelegatedRole.valueOf(row.text("role")).role(),
                                row.text("delegator"),
                                Money.euros(row.decimal("up_to"))));
    }
}
