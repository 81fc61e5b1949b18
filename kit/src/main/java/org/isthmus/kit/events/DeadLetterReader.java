package org.isthmus.kit.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads the dead letters of the topics that this service reads, from where the operator's command has sent them again
 * ({@code deploy/dead-letters replay} commits that for its group). It commits nothing itself. For one thread.
 */
final class DeadLetterReader {

    private static final String SUFFIX = ".dead-letter";
    private static final String REPLAYED = "dead-letters";
    private static final Duration MOMENT = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Channels channels;
    private final String service;
    private final Map<TopicPartition, NavigableSet<Long>> waiting = new HashMap<>();

    DeadLetterReader(Channels channels, String service) {
        Map<String, Object> settings = channels.settings();
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, REPLAYED);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, service + "-" + REPLAYED);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 1024 * 1024);
        this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.channels = channels;
        this.service = service;
    }

    /** How many wait now, by topic. */
    Map<String, Long> look() {
        if (consumer.assignment().isEmpty()) {
            consumer.assign(channels.topics().stream().flatMap(this::letters).toList());
        }
        consumer.poll(MOMENT).forEach(this::add);
        consumer.committed(consumer.assignment(), PATIENCE).forEach((partition, replayed) -> {
            if (replayed != null) {
                offsets(partition).headSet(replayed.offset()).clear();
            }
        });
        return waiting.entrySet().stream()
                .filter(letters -> !letters.getValue().isEmpty())
                .collect(Collectors.groupingBy(
                        letters -> topic(letters.getKey()),
                        Collectors.summingLong(letters -> letters.getValue().size())));
    }

    private Stream<TopicPartition> letters(String topic) {
        return consumer.partitionsFor(topic + SUFFIX, PATIENCE).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()));
    }

    /** Those of other services are theirs; one that does not say whose it is counts for each. */
    private void add(ConsumerRecord<byte[], byte[]> letter) {
        Header givenUpBy = letter.headers().lastHeader(Headers.GIVEN_UP_BY);
        if (givenUpBy == null || new String(givenUpBy.value(), UTF_8).equals(service)) {
            offsets(new TopicPartition(letter.topic(), letter.partition())).add(letter.offset());
        }
    }

    private NavigableSet<Long> offsets(TopicPartition partition) {
        return waiting.computeIfAbsent(partition, any -> new TreeSet<>());
    }

    private static String topic(TopicPartition letters) {
        return letters.topic().substring(0, letters.topic().length() - SUFFIX.length());
    }
}
