package org.isthmus.kit.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TopicsTest {

    private final Map<String, Map<String, String>> settings = new Topics(
                    Optional.of(List.of("projects.projects", "funding.payments")),
                    Map.of(),
                    6,
                    (short) 1,
                    Set.of("projects.projects"),
                    Duration.ofDays(30),
                    Duration.ofDays(90),
                    "smallrye-kafka")
            .wanted().stream().collect(Collectors.toMap(NewTopic::name, NewTopic::configs));

    @Test
    void textsOfOthersLeaveTheirTopicOnceTheyWereReplaced() {
        assertThat(settings.get("projects.projects"))
                .containsEntry("cleanup.policy", "compact")
                .containsEntry("min.compaction.lag.ms", "2592000000")
                .containsEntry("max.compaction.lag.ms", "5184000000");
    }

    @Test
    void actsAreKept() {
        assertThat(settings.get("funding.payments"))
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", "-1");
    }

    @Test
    void deadLettersEnd() {
        assertThat(settings.get("projects.projects.dead-letter"))
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", "7776000000");
        assertThat(settings).hasSize(4);
    }
}
