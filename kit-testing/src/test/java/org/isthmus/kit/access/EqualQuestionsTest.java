package org.isthmus.kit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class EqualQuestionsTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final AtomicLong now = new AtomicLong();
    private final EqualQuestions questions = new EqualQuestions(now::get);

    @Test
    void whatIsNotDearIsAnsweredByEveryone() {
        assertThat(questions.begin("a", LONG)).isTrue();
        assertThat(questions.begin("a", LONG)).isTrue();
    }

    @Test
    void whatIsDearIsAnsweredByOneAndTheOthersWaitForThat() {
        questions.note("a");
        assertThat(questions.begin("a", LONG)).isTrue();
        CompletableFuture<Boolean> other = CompletableFuture.supplyAsync(() -> questions.begin("a", LONG));
        assertThat(other).isNotDone();

        questions.end("a");

        assertThat(other.join()).isFalse();
        assertThat(questions.begin("a", LONG)).isTrue();
    }

    @Test
    void nobodyWaitsLongerThanHisPatience() {
        questions.note("a");
        questions.begin("a", LONG);

        assertThat(questions.begin("a", Duration.ZERO)).isFalse();
    }

    @Test
    void whoNeverAnswersIsReplaced() {
        questions.note("a");
        questions.begin("a", LONG);
        now.addAndGet(Duration.ofSeconds(10).toNanos());

        assertThat(questions.begin("a", LONG)).isTrue();
    }

    @Test
    void onlySoManyAreKnownAsDear() {
        questions.note("a");
        for (int number = 0; number < 1_000; number++) {
            questions.note("b" + number);
        }
        questions.begin("a", LONG);

        assertThat(questions.begin("a", LONG)).isTrue();
    }
}
