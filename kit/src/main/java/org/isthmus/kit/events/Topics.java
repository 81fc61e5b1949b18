package org.isthmus.kit.events;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Makes the topics that this service writes and reads, with their dead letters, before any channel opens, and gives those
 * that are there the same settings.
 *
 * <p>A topic that tells texts of others is compacted: after a time it holds of each thing what was told last, so that what
 * was withdrawn or hidden leaves it. All others keep what they were told, since it is acts that count one by one.
 */
@ApplicationScoped
class Topics {

    private static final Logger LOG = Logger.getLogger(Topics.class);

    private static final int ROOM_FOR_HEADERS = 1024 * 1024;

    private final List<String> names;
    private final Map<String, Object> broker;
    private final int partitions;
    private final short replicas;
    private final Set<String> compacted;
    private final Duration compactedAfter;
    private final Duration deadLettersKept;

    Topics(
            @ConfigProperty(name = "isthmus.topics") Optional<List<String>> names,
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "isthmus.topics.partitions") int partitions,
            @ConfigProperty(name = "isthmus.topics.replicas") short replicas,
            @ConfigProperty(name = "isthmus.topics.compacted") Set<String> compacted,
            @ConfigProperty(name = "isthmus.topics.compacted-after") Duration compactedAfter,
            @ConfigProperty(name = "isthmus.topics.dead-letters-kept") Duration deadLettersKept,
            @ConfigProperty(name = "mp.messaging.outgoing.outbox.connector") String connector) {
        this.names = connector.equals("smallrye-kafka") ? names.orElse(List.of()) : List.of();
        this.broker = broker;
        this.partitions = partitions;
        this.replicas = replicas;
        this.compacted = compacted;
        this.compactedAfter = compactedAfter;
        this.deadLettersKept = deadLettersKept;
    }

    void create(@Observes @Priority(1) StartupEvent event) {
        if (names.isEmpty()) {
            return;
        }
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 30_000);
        try (Admin admin = Admin.create(settings)) {
            for (var creation : admin.createTopics(wanted()).values().entrySet()) {
                await(creation.getKey(), creation.getValue());
            }
            Map<ConfigResource, Collection<AlterConfigOp>> settled = new HashMap<>();
            wanted().forEach(topic -> settled.put(
                    new ConfigResource(ConfigResource.Type.TOPIC, topic.name()),
                    topic.configs().entrySet().stream()
                            .map(setting -> new AlterConfigOp(
                                    new ConfigEntry(setting.getKey(), setting.getValue()), AlterConfigOp.OpType.SET))
                            .toList()));
            for (var change : admin.incrementalAlterConfigs(settled).values().entrySet()) {
                await(change.getKey().name(), change.getValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            LOG.warn("Kafka does not answer yet; its topics are made at the next start");
        }
    }

    private static void await(String topic, KafkaFuture<Void> done) throws InterruptedException, TimeoutException {
        try {
            done.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                LOG.warnf("topic %s: %s", topic, e.getMessage());
            }
        }
    }

    List<NewTopic> wanted() {
        List<NewTopic> wanted = new ArrayList<>();
        for (String name : names) {
            wanted.add(new NewTopic(name, partitions, replicas)
                    .configs(compacted.contains(name) ? lastOfEach() : kept(Duration.ofMillis(-1))));
            wanted.add(new NewTopic(name + ".dead-letter", 1, replicas).configs(kept(deadLettersKept)));
        }
        return wanted;
    }

    private static Map<String, String> kept(Duration time) {
        return Map.of("cleanup.policy", "delete", "retention.ms", millis(time), "max.message.bytes", longestMessage());
    }

    /** At the latest when the time has passed twice nothing else is left. */
    private Map<String, String> lastOfEach() {
        return Map.of(
                "cleanup.policy",
                "compact",
                "min.compaction.lag.ms",
                millis(compactedAfter),
                "max.compaction.lag.ms",
                millis(compactedAfter.multipliedBy(2)),
                "max.message.bytes",
                longestMessage());
    }

    private static String millis(Duration time) {
        return Long.toString(time.toMillis());
    }

    private static String longestMessage() {
        return Integer.toString(Outbox.LARGEST + ROOM_FOR_HEADERS);
    }
}
