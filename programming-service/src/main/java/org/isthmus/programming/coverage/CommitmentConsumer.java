package org.isthmus.programming.coverage;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.isthmus.kit.events.Deliveries;
import org.isthmus.kit.events.Delivery;
import org.isthmus.kit.events.EventConsumer;
import org.isthmus.kit.events.Inbox;
import org.isthmus.kit.jobs.Jobs;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.reconciliation.DigestedRows;
import org.isthmus.kit.reconciliation.Reconciled;
import org.isthmus.kit.values.Money;
import org.isthmus.kit.values.PartialDate;
import org.jspecify.annotations.Nullable;

/** Keeps a copy of each commitment with all its states, and recounts the actions concerned. Amounts are in euros. */
@ApplicationScoped
class CommitmentConsumer implements EventConsumer, Reconciled {

    /** What is known already stays as it is. */
    private static final String TAKE = """
            with told (commitment_id, version, project_id, action_id, historical, effective_on, moved_on, movement_id, corrects,
                    committed, decommitted, paid, recovered, outstanding, at) as (
                values (cast(? as uuid), cast(? as int), cast(? as uuid), cast(? as uuid), cast(? as boolean), cast(? as date),
                    cast(? as date), cast(? as uuid), cast(? as uuid), cast(? as numeric), cast(? as numeric),
                    cast(? as numeric), cast(? as numeric), cast(? as numeric), cast(? as timestamptz))),
            news as (
                select * from told t where not exists (
                    select from commitment_state s where s.commitment_id = t.commitment_id and s.recorded_to is null
                       and (s.version, s.project_id, s.action_id, s.historical, s.effective_on, s.moved_on, s.movement_id,
                            s.corrects, s.committed, s.decommitted, s.paid, s.recovered, s.outstanding)
                           is not distinct from
                           (t.version, t.project_id, t.action_id, t.historical, t.effective_on, t.moved_on, t.movement_id,
                            t.corrects, t.committed, t.decommitted, t.paid, t.recovered, t.outstanding))),
            former as (
                update commitment_state s set recorded_to = news.at
                  from news where s.commitment_id = news.commitment_id and s.recorded_to is null
                returning s.action_id),
            present as (
                insert into commitment_state
                    (commitment_id, version, project_id, action_id, historical, effective_on, moved_on, movement_id, corrects, committed,
                     decommitted, paid, recovered, outstanding, recorded_from)
                select * from news
                returning action_id)
            select action_id from (select action_id from former union select action_id from present) a
             where action_id is not null order by action_id
            """;

    private final Deliveries deliveries;
    private final Inbox inbox;
    private final DataSource database;
    private final Jobs jobs;
    private final Clock clock;

    CommitmentConsumer(Deliveries deliveries, Inbox inbox, DataSource database, Jobs jobs, Clock clock) {
        this.deliveries = deliveries;
        this.inbox = inbox;
        this.database = database;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * A commitment without an action is one from before these books.
     *
     * @param paid and what follows from it: absent of the past, of whose payments no source tells
     */
    record State(
            UUID commitmentId,
            int version,
            UUID projectId,
            @Nullable UUID actionId,
            boolean historical,
            @Nullable PartialDate effectiveOn,
            @Nullable PartialDate movementOn,
            @Nullable UUID movementId,
            @Nullable UUID corrects,
            Money committed,
            Money decommitted,
            @Nullable Money paid,
            @Nullable Money recovered,
            @Nullable Money outstanding) {}

    @Override
    public String topic() {
        return "funding.commitments";
    }

    @Override
    public List<DigestedRows> copies() {
        return List.of(DigestedRows.of(topic(), "commitment_state", """
                        select project_id as key, commitment_id as id, version, cast(commitment_id as text) as name,
                               action_id as action, historical, committed, decommitted, paid, outstanding
                          from commitment_state where recorded_to is null
                        """, "action", "historical")
                .amounts("committed", "decommitted", "paid", "outstanding"));
    }

    @Incoming("funding-commitments")
    @Blocking
    void on(ConsumerRecord<String, String> event) {
        deliveries.handle(event, this::apply);
    }

    @Override
    public void apply(Delivery event) {
        switch (event.type()) {
            case "eu.isthmus.funding.commitment.booked.v1", "eu.isthmus.funding.commitment.changed.v1" ->
                take(event, event.read(State.class));
            default -> {} // not for us
        }
    }

    /** The state of before stays readable as of its time. */
    private void take(Delivery event, State state) {
        if (!inbox.isNewest(event.topic(), state.commitmentId(), state.version())) {
            return;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<UUID> concerned = Query.of(
                        TAKE,
                        state.commitmentId(),
                        state.version(),
                        state.projectId(),
                        state.actionId(),
                        state.historical(),
                        state.effectiveOn() == null ? null : state.effectiveOn().last(),
                        state.movementOn() == null ? null : state.movementOn().last(),
                        state.movementId(),
                        state.corrects(),
                        state.committed().amount(),
                        state.decommitted().amount(),
                        amount(state.paid()),
                        amount(state.recovered()),
                        amount(state.outstanding()),
                        now)
                .list(database, row -> row.uuid("action_id"));
        jobs.start(RecountCoverage.JOB, concerned);
    }

    private static @Nullable BigDecimal amount(@Nullable Money money) {
        return money == null ? null : money.amount();
    }
}
