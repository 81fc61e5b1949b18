package org.isthmus.kit.events;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Makes the topics that this service writes and reads, with their dead letters, before any channel opens. */
@ApplicationScoped
class Topics {

    private static final Logger LOG = Logger.getLogger(Topics.class);

    private static final int ROOM_FOR_HEADERS = 1024 * 1024;

    private final List<String> names;
    private final Map<String, Object> broker;
    private final int partitions;
    private final short replicas;

    Topics(
            @ConfigProperty(name = "isthmus.topics") Optional<List<String>> names,
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "isthmus.topics.partitions") int partitions,
            @ConfigProperty(name = "isthmus.topics.replicas") short replicas,
            @ConfigProperty(name = "mp.messaging.outgoing.outbox.connector") String connector) {
        this.names = connector.equals("smallrye-kafka") ? names.orElse(List.of()) : List.of();
        this.broker = broker;
        this.partitions = partitions;
        this.replicas = replicas;
    }

    void create(@Observes @Priority(1) StartupEvent event) {
        if (names.isEmpty()) {
            return;
        }
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 30_000);
        try (Admin admin = Admin.create(settings)) {
            for (var creation : admin.createTopics(wanted()).values().entrySet()) {
                try {
                    creation.getValue().get(30, TimeUnit.SECONDS);
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        LOG.warnf("topic %s: %s", creation.getKey(), e.getMessage());
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            LOG.warn("Kafka does not answer yet; its topics are made at the next start");
        }
    }

    private List<NewTopic> wanted() {
        Map<String, String> keepForEver =
                Map.of("retention.ms", "-1", "max.message.bytes", Integer.toString(Outbox.LARGEST + ROOM_FOR_HEADERS));
        List<NewTopic> wanted = new ArrayList<>();
        for (String name : names) {
            wanted.add(new NewTopic(name, partitions, replicas).configs(keepForEver));
            wanted.add(new NewTopic(name + ".dead-letter", 1, replicas).configs(keepForEver));
        }
        return wanted;
    }
}
