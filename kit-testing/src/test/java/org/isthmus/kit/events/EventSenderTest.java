package org.isthmus.kit.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.transaction.Status;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.isthmus.kit.events.EventSender.Outgoing;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EventSenderTest {

    @Test
    void theThreadThatHearsKafkaHasNoPartInTheTransaction() {
        CompletableFuture<Integer> heardIn = new CompletableFuture<>();

        QuarkusTransaction.requiringNew().run(() -> {
            new EventSender(kafka(heardIn), "notes").send(List.of(new Outgoing(1, Message.of("an event"))));
            assertThat(QuarkusTransaction.getStatus()).isEqualTo(Status.STATUS_ACTIVE);
        });

        assertThat(heardIn.join()).isEqualTo(Status.STATUS_NO_TRANSACTION);
    }

    /** Answers a little later, in a thread of its own, and tells how it finds the transaction there. */
    @SuppressWarnings("unchecked")
    private static MutinyEmitter<String> kafka(CompletableFuture<Integer> heardIn) {
        return (MutinyEmitter<String>) Proxy.newProxyInstance(
                EventSenderTest.class.getClassLoader(),
                new Class<?>[] {MutinyEmitter.class},
                (emitter, method, arguments) -> Uni.createFrom()
                        .voidItem()
                        .onItem()
                        .transformToUni(sent -> Uni.createFrom()
                                .completionStage(CompletableFuture.runAsync(
                                        () -> {}, CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS))))
                        .onItem()
                        .invoke(() -> heardIn.complete(QuarkusTransaction.getStatus())));
    }
}
