package org.isthmus.funding.payment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.isthmus.funding.attribution.PublicationListener;
import org.isthmus.funding.booking.OpenPayments;
import org.isthmus.funding.booking.ReversalListener;
import org.isthmus.funding.commitment.Commitments;
import org.isthmus.funding.ledger.Movement;
import org.isthmus.kit.lists.EffectiveDays;
import org.isthmus.kit.lists.Type;
import org.isthmus.kit.lists.ViewTable;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.reconciliation.Check;
import org.isthmus.kit.reconciliation.Reconciled;
import org.isthmus.kit.store.Aggregates;
import org.isthmus.kit.store.Store;
import org.isthmus.kit.values.Money;

/** All payments: how they are kept and found. */
@ApplicationScoped
class Payments
        implements PanacheRepositoryBase<Payment, UUID>,
                ReversalListener,
                PublicationListener,
                Reconciled,
                OpenPayments {

    // formatter:off
    static final ViewTable<Payment> VIEWS = ViewTable.<Payment>of("payment", "/v1/payments", PaymentView.class)
            .effective(EffectiveDays.from("effective_on").workedOutBy("payment_at"))
            .publicBody(PaymentView::withoutNames)
            .cell("id", "/id")
            .reference(payment -> payment.id().toString(), "Its id.")
            .column("commitment_id", Type.UUID, Payment::commitmentId, "Id of the commitment.").filter("commitmentId").known(Commitments.IDS).cell("commitmentId", "/commitmentId")
            .column("project_id", Type.UUID, Payment::projectId, "Id of the project.").filter("projectId").known(Commitments.PROJECT_IDS).cell("projectId", "/projectId")
            .column("kind", PaymentKind.class, Payment::kind, "Kind.").filter().facet().csv()
            .column("status", PaymentStatus.class, Payment::status, "Status.").filter().facet().csv()
            .column("amount", Type.NUMBER, payment -> payment.amount().amount(), "Amount, in EUR.").sort().cell("amount", "/amount/amount").cell("currency", "/amount/currency")
            .column("requested_on", Type.DATE, Payment::requestedOn, "Requested on.").sort("requestedOn").cell("requestedOn", "/requestedOn")
            .column("executed_on", Type.DATE, Payment::executedOn, "Executed on.").optional().sort("executedOn").cell("executedOn", "/executedOn")
            .from("executedFrom", "Executed on that day or later.").until("executedTo", "Executed on that day or earlier.")
            .cell("reason", "/reason");
    // formatter:on

    private final DataSource database;
    private final Aggregates<Payment, PaymentView> aggregates;
    private final Clock clock;

    Payments(DataSource database, Store store, Clock clock) {
        this.database = database;
        aggregates = store.aggregates(this, VIEWS, PaymentView::of);
        this.clock = clock;
    }

    Aggregates<Payment, PaymentView> all() {
        return aggregates;
    }

    /** What is requested or authorised on a commitment and not yet executed, but for one payment. */
    Money open(UUID commitment, UUID but) {
        return getEntityManager()
                .createQuery(
                        "select sum(amount) from Payment where commitmentId = :commitment and id <> :but"
                                + " and status in (REQUESTED, AUTHORISED)",
                        BigDecimal.class)
                .setParameter("commitment", commitment)
                .setParameter("but", but)
                .getResultStream()
                .filter(Objects::nonNull)
                .map(Money::euros)
                .findFirst()
                .orElseGet(() -> Money.zero(Money.EUR));
    }

    @Override
    public List<OpenPayment> on(Collection<UUID> commitments) {
        return list("commitmentId in ?1 and status in (REQUESTED, AUTHORISED) order by id", commitments).stream()
                .map(payment -> new OpenPayment(payment.id(), payment.commitmentId(), payment.amount()))
                .toList();
    }

    @Override
    public void reversed(Movement original, Movement reversal) {
        find("movementId", original.id()).firstResultOptional().ifPresent(payment -> {
            payment.reverse(reversal.id(), LocalDate.now(clock));
            aggregates.save(payment);
        });
    }

    /** Those on which the money has left; in the past too, only from then on. */
    @Override
    public void published(UUID project, boolean visible) {
        for (String table : List.of("payment_view", "payment_history")) {
            Query.of(
                            "update %s set visible = ? and status in ('EXECUTED', 'REVERSED') where project_id = ?"
                                    .formatted(table),
                            visible,
                            project)
                    .execute(database);
        }
    }

    @Override
    public List<Check> checks() {
        return List.of(new Check(
                "PAYMENTS",
                "Each commitment's payments executed are what it paid",
                "select count(*) from commitment",
                """
            select c.reference, round(c.paid, 2)::text, round(coalesce(sum(p.amount), 0), 2)::text
              from commitment c left join payment p on p.commitment_id = c.id and p.status = 'EXECUTED'
             group by c.id
            having c.paid <> coalesce(sum(p.amount), 0)
            """));
    }
}
