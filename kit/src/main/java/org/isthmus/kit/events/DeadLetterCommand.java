package org.isthmus.kit.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The operator's command for events that a consumer gave up: lists them with the reason, and sends those of a topic again or
 * lets them be.
 *
 * <p>What was sent again is not listed any more. A consumer that applied an event meanwhile does nothing with it.
 */
public final class DeadLetterCommand {

    private static final String SUFFIX = ".dead-letter";
    private static final String ID = "ce_id";
    private static final String MARK = "dead-letter-";
    /** What services send. */
    private static final int LARGEST = 12 * 1024 * 1024;

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final String USAGE = "Usage: dead-letters BROKER list | replay TOPIC | discard TOPIC";

    private final Map<String, Object> broker;
    private final PrintStream out;

    DeadLetterCommand(Map<String, Object> broker, PrintStream out) {
        this.broker = broker;
        this.out = out;
    }

    /**
     * {@code BROKER list}, {@code BROKER replay TOPIC} or {@code BROKER discard TOPIC}. How the broker knows the operator comes
     * from {@code KAFKA_SECURITY_PROTOCOL} and the like, as for services.
     */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, UTF_8);
        if (arguments.length < 2) {
            refuse(out);
            return;
        }
        DeadLetterCommand letters = new DeadLetterCommand(settings(arguments[0], System.getenv()), out);
        switch (arguments[1] + " " + arguments.length) {
            case "list 2" -> letters.list();
            case "replay 3" -> letters.replay(arguments[2]);
            case "discard 3" -> letters.discard(arguments[2]);
            default -> refuse(out);
        }
    }

    private static void refuse(PrintStream out) {
        out.println(USAGE);
        System.exit(2);
    }

    /** {@code KAFKA_SASL_MECHANISM} is {@code sasl.mechanism}. */
    static Map<String, Object> settings(String broker, Map<String, String> environment) {
        Map<String, Object> settings = new HashMap<>();
        environment.forEach((name, value) -> {
            if (name.startsWith("KAFKA_S")) {
                settings.put(
                        name.substring("KAFKA_".length())
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '.'),
                        value);
            }
        });
        settings.put("bootstrap.servers", broker);
        return settings;
    }

    /** Prints what waits; returns how many. */
    int list() {
        int waiting = 0;
        try (KafkaConsumer<String, String> consumer = consumer()) {
            for (String topic : new TreeSet<>(consumer.listTopics().keySet())) {
                if (topic.endsWith(SUFFIX)) {
                    for (ConsumerRecord<String, String> letter : waiting(consumer, topic)) {
                        waiting++;
                        out.printf(
                                "%s offset %d key %s: %s given up by %s: %s%n",
                                topic,
                                letter.offset(),
                                letter.key(),
                                header(letter, "ce_type"),
                                header(letter, MARK + "service"),
                                header(letter, MARK + "reason"));
                    }
                }
            }
        }
        out.printf("%d dead letters wait.%n", waiting);
        return waiting;
    }

    /** Sends what waits of a topic to it again, as it was, and once where several services gave it up; returns how many events. */
    int replay(String topic) {
        requireTopic(topic);
        try (KafkaConsumer<String, String> consumer = consumer();
                KafkaProducer<String, String> producer = producer()) {
            List<ConsumerRecord<String, String>> letters = waiting(consumer, topic + SUFFIX);
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            for (ConsumerRecord<String, String> letter : letters) {
                if (letter.headers().lastHeader(ID) != null && !seen.add(header(letter, ID))) {
                    continue;
                }
                ProducerRecord<String, String> again = new ProducerRecord<>(topic, letter.key(), letter.value());
                for (Header header : letter.headers()) {
                    if (!header.key().startsWith(MARK)) {
                        again.headers().add(header);
                    }
                }
                sent.add(producer.send(again));
            }
            sent.forEach(DeadLetterCommand::await);
            forget(consumer, letters);
            out.printf("%d events of %s were sent again.%n", sent.size(), topic);
            return sent.size();
        }
    }

    /** Lets what waits of a topic be: nothing can be made of it. It stays in its topic; returns how many. */
    int discard(String topic) {
        requireTopic(topic);
        try (KafkaConsumer<String, String> consumer = consumer()) {
            List<ConsumerRecord<String, String>> letters = waiting(consumer, topic + SUFFIX);
            forget(consumer, letters);
            out.printf("%d events of %s are not listed any more.%n", letters.size(), topic);
            return letters.size();
        }
    }

    private static void forget(KafkaConsumer<String, String> consumer, List<ConsumerRecord<String, String>> letters) {
        Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
        letters.forEach(letter -> done.put(
                new TopicPartition(letter.topic(), letter.partition()), new OffsetAndMetadata(letter.offset() + 1)));
        consumer.commitSync(done);
    }

    private static void await(Future<RecordMetadata> sent) {
        try {
            sent.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("An event could not be sent again", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private static List<ConsumerRecord<String, String>> waiting(KafkaConsumer<String, String> consumer, String topic) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        List<ConsumerRecord<String, String>> letters = new ArrayList<>();
        while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
            consumer.poll(PATIENCE).forEach(letters::add);
        }
        return letters;
    }

    private void requireTopic(String topic) {
        try (Admin admin = Admin.create(broker)) {
            if (!admin.listTopics().names().get().contains(topic + SUFFIX)) {
                throw new IllegalArgumentException("There is no topic %s%s".formatted(topic, SUFFIX));
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "Kafka at %s does not answer".formatted(broker.get("bootstrap.servers")), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private KafkaConsumer<String, String> consumer() {
        return new KafkaConsumer<>(
                with(Map.of("group.id", "dead-letters", "enable.auto.commit", false, "auto.offset.reset", "earliest")),
                new StringDeserializer(),
                new StringDeserializer());
    }

    /** Waits for all replicas and fails loudly: nothing counts as sent again that is not there. */
    private KafkaProducer<String, String> producer() {
        return new KafkaProducer<>(
                with(Map.of("acks", "all", "enable.idempotence", true, "max.request.size", LARGEST)),
                new StringSerializer(),
                new StringSerializer());
    }

    private Map<String, Object> with(Map<String, Object> further) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.putAll(further);
        return settings;
    }

    private static String header(ConsumerRecord<String, String> letter, String name) {
        Header header = letter.headers().lastHeader(name);
        return header == null ? "unknown" : new String(header.value(), UTF_8).replaceAll("\\p{Cntrl}+", " ");
    }
}
