package org.isthmus.programming.coverage;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
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
import org.isthmus.kit.report.Attribution;
import org.isthmus.kit.report.Attributions;
import org.isthmus.kit.values.Given;
import org.isthmus.kit.values.Money;
import org.isthmus.kit.values.PartialDate;
import org.jspecify.annotations.Nullable;

/** Keeps a copy of each project: which action it serves and to what its money belongs; and recounts the actions concerned. */
@ApplicationScoped
class ProjectConsumer implements EventConsumer, Reconciled {

    private static final String TAKE = """
            with former as (select action_id from known_project where id = ?),
            present as (
                insert into known_project
                    (id, version, reference, status, published, programme, action_id, strands, countries, start_on)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do update set version = excluded.version, reference = excluded.reference,
                    status = excluded.status, published = excluded.published, programme = excluded.programme,
                    action_id = excluded.action_id, strands = excluded.strands, countries = excluded.countries,
                    start_on = excluded.start_on
                returning action_id)
            """;

    private static final String HIDE = """
            with present as (
                update known_project set version = ?, published = false where id = ? returning action_id),
            former as (select action_id from present)
            """;

    /** The actions that it served or serves, or whose money it has. */
    private static final String CONCERNED = """
            select action_id from (
                select action_id from former union select action_id from present
                union select action_id from known_commitment where project_id = ?) a
             where action_id is not null order by action_id
            """;

    private final Deliveries deliveries;
    private final Inbox inbox;
    private final DataSource database;
    private final Attributions attributions;
    private final Jobs jobs;

    ProjectConsumer(Deliveries deliveries, Inbox inbox, DataSource database, Attributions attributions, Jobs jobs) {
        this.deliveries = deliveries;
        this.inbox = inbox;
        this.database = database;
        this.attributions = attributions;
        this.jobs = jobs;
    }

    record State(
            UUID projectId,
            int version,
            String reference,
            String status,
            boolean published,
            @Nullable String programme,
            @Nullable UUID actionId,
            List<Coded> strands,
            List<Coded> countries,
            @Nullable PartialDate start,
            @Nullable UUID partOf,
            @Nullable Contribution contribution,
            @Nullable Attribution attribution) {

        State {
            strands = Given.list(strands);
            countries = Given.list(countries);
        }
    }

    /** A strand or a country. */
    record Coded(String code) {
        static List<String> codes(List<Coded> named) {
            return named.stream().map(Coded::code).distinct().toList();
        }
    }

    /** What the Union pays by the current figure. */
    record Contribution(@Nullable Money amount) {}

    @Override
    public String topic() {
        return "projects.projects";
    }

    @Override
    public List<DigestedRows> copies() {
        return List.of(DigestedRows.of(
                        topic(),
                        "known_project",
                        """
                        select p.id as key, p.id, p.version, p.reference as name, p.reference, p.status, p.published,
                               p.programme, p.action_id as action,
                               s.currency || ' ' || trim_scale(s.contribution) as contribution, u.reference as umbrella,
                               case when s.currency = 'EUR' then s.contribution end as euros
                          from known_project p
                          left join attributed_subject s on s.subject = p.id and s.recorded_to is null
                          left join known_project u on u.id = s.umbrella
                        """,
                        "reference",
                        "status",
                        "published",
                        "programme",
                        "action",
                        "contribution",
                        "umbrella")
                .amounts("euros"));
    }

    @Incoming("projects-projects")
    @Blocking
    void on(ConsumerRecord<String, String> event) {
        deliveries.handle(event, this::apply);
    }

    @Override
    public void apply(Delivery event) {
        switch (event.type()) {
            case "eu.isthmus.projects.project.changed.v1", "eu.isthmus.projects.project.published.v1" -> {
                State state = event.read(State.class);
                if (inbox.isNewest(event)) {
                    take(state);
                }
            }
            case "eu.isthmus.projects.project.unpublished.v1" -> {
                if (inbox.isNewest(event)) {
                    hide(event.key(), event.version());
                }
            }
            default -> {} // not for us
        }
    }

    private void take(State state) {
        List<UUID> concerned = Query.of(
                        TAKE,
                        state.projectId(),
                        state.projectId(),
                        state.version(),
                        state.reference(),
                        state.status(),
                        state.published(),
                        state.programme(),
                        state.actionId(),
                        Coded.codes(state.strands()),
                        Coded.codes(state.countries()),
                        state.start() == null ? null : state.start().first())
                .add(CONCERNED, state.projectId())
                .list(database, row -> row.uuid("action_id"));
        attributions.learn(new Attributions.Told(
                state.projectId(),
                state.reference(),
                state.published(),
                state.programme(),
                state.partOf(),
                state.contribution() == null ? null : state.contribution().amount(),
                Attributions.orNone(state.attribution())));
        jobs.start(RecountCoverage.JOB, concerned);
    }

    private void hide(UUID project, int version) {
        List<UUID> concerned =
                Query.of(HIDE, version, project).add(CONCERNED, project).list(database, row -> row.uuid("action_id"));
        attributions.hide(project);
        jobs.start(RecountCoverage.JOB, concerned);
    }
}
