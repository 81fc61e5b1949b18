package org.isthmus.funding.payment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.isthmus.funding.booking.ReversalListener;
import org.isthmus.funding.ledger.Movement;
import org.isthmus.kit.documents.Documents;
import org.isthmus.kit.events.Outbox;
import org.isthmus.kit.money.Money;
import org.isthmus.kit.rules.Refusal;
import org.jspecify.annotations.Nullable;

/** All payments. */
@ApplicationScoped
class Payments implements PanacheRepositoryBase<Payment, UUID>, ReversalListener {

    static final String DOCUMENT = "payment_document";

    private final Documents documents;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final Clock clock;

    Payments(Documents documents, Outbox outbox, ObjectMapper json, Clock clock) {
        this.documents = documents;
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
    }

    Payment get(UUID id) {
        return findByIdOptional(id)
                .orElseThrow(() -> Refusal.notFound("payment-unknown", "There is no payment %s.".formatted(id)));
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
    public void reversed(Movement original, Movement reversal) {
        find("movementId", original.id()).firstResultOptional().ifPresent(payment -> {
            payment.reverse();
            keep(payment, "accounting-officer", LocalDate.now(clock));
        });
    }

    /** Keeps it as it is now, for readers too, and tells the other services. */
    PaymentView keep(Payment payment, String office, LocalDate on) {
        if (!isPersistent(payment)) {
            persist(payment);
        }
        flush();
        PaymentView view = PaymentView.of(payment);
        documents.put(DOCUMENT, payment.id(), payment.version(), view, columns(payment));
        outbox.add(PaymentEvent.of(payment, office, on));
        return view;
    }

    private Map<String, @Nullable Object> columns(Payment payment) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("reference", payment.id().toString());
        columns.put("public_body", write(PaymentView.withoutNames(payment)));
        columns.put("commitment_id", payment.commitmentId());
        columns.put("project_id", payment.projectId());
        columns.put("kind", payment.kind().name());
        columns.put("status", payment.status().name());
        columns.put("amount", payment.amount().amount());
        columns.put("requested_on", payment.requestedOn());
        columns.put("executed_on", payment.executedOn());
        return columns;
    }

    private String write(PaymentView view) {
        try {
            return json.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("cannot write a payment", e);
        }
    }
}
