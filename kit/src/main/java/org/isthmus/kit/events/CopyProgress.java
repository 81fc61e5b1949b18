package org.isthmus.kit.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.isthmus.kit.query.Query;
import org.jboss.logging.Logger;

/**
 * Whether what was told by a time has been taken in (R18): something later was heard on the topic, and nothing of the
 * topic waits, here or in any of its partitions. Where a topic is silent nobody can tell.
 */
@ApplicationScoped
class CopyProgress {

    private static final Logger LOG = Logger.getLogger(CopyProgress.class);

    private final DataSource database;
    private final Channels channels;

    CopyProgress(DataSource database, Channels channels) {
        this.database = database;
        this.channels = channels;
    }

    boolean hasPassed(String topic, Instant time) {
        boolean isLater = Query.of(
                        "select exists (select from heard where topic = ? and told_at > ?)"
                                + " and not exists (select from waiting_event where topic = ?) as is_later",
                        topic,
                        time,
                        topic)
                .only(database, row -> row.flag("is_later"));
        return isLater && (!channels.isOnKafka() || isTakenIn(topic));
    }

    private boolean isTakenIn(String topic) {
        Map<String, Object> settings = channels.settings();
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        try (Admin admin = Admin.create(settings)) {
            Map<TopicPartition, OffsetSpec> partitions =
                    admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
                            .flatMap(described -> described.partitions().stream())
                            .collect(Collectors.toMap(
                                    partition -> new TopicPartition(topic, partition.partition()),
                                    partition -> OffsetSpec.latest()));
            var ends = admin.listOffsets(partitions).all().get();
            Map<TopicPartition, OffsetAndMetadata> taken = admin.listConsumerGroupOffsets(channels.group(topic))
                    .partitionsToOffsetAndMetadata()
                    .get();
            return ends.entrySet().stream().allMatch(end -> {
                OffsetAndMetadata offset = taken.get(end.getKey());
                return (offset == null ? 0 : offset.offset()) >= end.getValue().offset();
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            LOG.infof("what was taken in of %s is not known: %s", topic, e.getMessage());
            return false;
        }
    }
}
