package org.isthmus.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * The operator's command for events that a consumer gave up: lists them with the reason, and sends those of a topic again.
 *
 * <p>What was sent again is not listed any more. A consumer that applied an event meanwhile does nothing with it.
 */
public final class DeadLetters {

    private static final String SUFFIX = ".dead-letter";
    private static final String MARK = "dead-letter-";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final String broker;
    private final PrintStream out;

    DeadLetters(String broker, PrintStream out) {
        this.broker = broker;
        this.out = out;
    }

    /** {@code BROKER list} or {@code BROKER replay TOPIC}. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, UTF_8);
        if (arguments.length == 2 && arguments[1].equals("list")) {
            new DeadLetters(arguments[0], out).list();
        } else if (arguments.length == 3 && arguments[1].equals("replay")) {
            new DeadLetters(arguments[0], out).replay(arguments[2]);
        } else {
            out.println("Usage: deploy/dead-letters BROKER list | deploy/dead-letters BROKER replay TOPIC");
            System.exit(2);
        }
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
                                "%s offset %d key %s: %s: %s%n",
                                topic,
                                letter.offset(),
                                letter.key(),
                                header(letter, "ce_type"),
                                header(letter, MARK + "reason"));
                    }
                }
            }
        }
        out.printf("%d dead letters wait.%n", waiting);
        return waiting;
    }

    /** Sends what waits of a topic to it again, as it was; returns how many. */
    int replay(String topic) {
        requireTopic(topic);
        try (KafkaConsumer<String, String> consumer = consumer();
                KafkaProducer<String, String> producer = producer()) {
            List<ConsumerRecord<String, String>> letters = waiting(consumer, topic + SUFFIX);
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (ConsumerRecord<String, String> letter : letters) {
                ProducerRecord<String, String> again = new ProducerRecord<>(topic, letter.key(), letter.value());
                for (Header header : letter.headers()) {
                    if (!header.key().startsWith(MARK)) {
                        again.headers().add(header);
                    }
                }
                sent.add(producer.send(again));
            }
            sent.forEach(DeadLetters::await);
            Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
            letters.forEach(letter -> done.put(
                    new TopicPartition(letter.topic(), letter.partition()),
                    new OffsetAndMetadata(letter.offset() + 1)));
            consumer.commitSync(done);
            out.printf("%d events of %s were sent again.%n", letters.size(), topic);
            return letters.size();
        }
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
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            if (!admin.listTopics().names().get().contains(topic + SUFFIX)) {
                throw new IllegalArgumentException("There is no topic %s%s".formatted(topic, SUFFIX));
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka at %s does not answer".formatted(broker), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private KafkaConsumer<String, String> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        broker,
                        "group.id",
                        "dead-letters",
                        "enable.auto.commit",
                        false,
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new StringDeserializer());
    }

    /** Waits for all replicas and fails loudly: nothing counts as sent again that is not there. */
    private KafkaProducer<String, String> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", broker, "acks", "all", "enable.idempotence", true),
                new StringSerializer(),
                new StringSerializer());
    }

    private static String header(ConsumerRecord<String, String> letter, String name) {
        Header header = letter.headers().lastHeader(name);
        return header == null ? "unknown" : new String(header.value(), UTF_8).replaceAll("\\p{Cntrl}+", " ");
    }
}
