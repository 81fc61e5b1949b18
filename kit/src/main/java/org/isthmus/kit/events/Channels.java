package org.isthmus.kit.events;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The topics that this service reads, as its configuration names them, and the broker that has them. */
@ApplicationScoped
class Channels {

    private final Config config;
    private final Map<String, Object> broker;
    private final boolean isOnKafka;

    Channels(
            Config config,
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "mp.messaging.outgoing.outbox.connector") String connector) {
        this.config = config;
        this.broker = broker;
        this.isOnKafka = connector.equals("smallrye-kafka");
    }

    /** Tests run without a broker. */
    boolean isOnKafka() {
        return isOnKafka;
    }

    /** How a client reaches the broker, to be added to. */
    Map<String, Object> settings() {
        return new HashMap<>(broker);
    }

    /** What this service reads, in order. */
    List<String> topics() {
        return names().flatMap(name -> config.getOptionalValue(name, String.class).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** The group of the channel that reads the topic. */
    String group(String topic) {
        return names().filter(name -> config.getOptionalValue(name, String.class)
                        .filter(topic::equals)
                        .isPresent())
                .flatMap(name -> config.getOptionalValue(name.replaceAll("topic$", "group.id"), String.class).stream())
                .findFirst()
                .orElseGet(() -> config.getValue("quarkus.application.name", String.class));
    }

    private Stream<String> names() {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> name.matches("mp\\.messaging\\.incoming\\.[^.]+\\.topic"));
    }
}
