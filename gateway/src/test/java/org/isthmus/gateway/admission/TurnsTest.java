package org.isthmus.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.junit.jupiter.api.Test;

/** Two places, a tenth of a second to wait, and a clock of its own. */
class TurnsTest {

    private static final long MILLI = 1_000_000;

    private long now = Duration.ofHours(1).toNanos();
    private final Turns turns = new Turns(2, 100, Duration.ofMillis(100), () -> now);
    private final List<String> told = new ArrayList<>();

    @Test
    void asManyGoAsThereArePlacesAndTheNextWhenOneIsDone() {
        ask("a", "b", "c");
        assertThat(told).containsExactly("a1 goes", "b2 goes");

        turns.done("a");

        assertThat(told).endsWith("c3 goes").hasSize(3);
    }

    @Test
    void ofOneClientTheNewestGoesFirst() {
        ask("a", "a", "a", "a");

        turns.done("a");
        turns.done("a");

        assertThat(told).containsExactly("a1 goes", "a2 goes", "a4 goes", "a3 goes");
    }

    @Test
    void whoHasFewestUnderWayGoesFirst() {
        ask("a", "a", "b", "a");

        turns.done("a");

        assertThat(told).containsExactly("a1 goes", "a2 goes", "b3 goes");
    }

    @Test
    void whatHasWaitedTooLongIsRefused() {
        ask("a", "a", "a");
        now += 60 * MILLI;
        ask("b");
        now += 40 * MILLI;

        turns.tick();

        assertThat(told).endsWith("a3 refused").hasSize(3);
        assertThat(turns.waiting()).isEqualTo(1);
    }

    @Test
    void whatWouldWaitTooLongIsRefusedAtOnce() {
        ask("a", "a", "a", "a", "a");

        assertThat(told).containsExactly("a1 goes", "a2 goes", "a5 refused");
        assertThat(turns.isFullFor("a")).isTrue();
    }

    @Test
    void moreMayWaitWhereMoreIsFinished() {
        for (int number = 0; number < 500; number++) {
            ask("a");
            turns.done("a");
        }
        told.clear();

        ask("a", "a", "a", "a", "a", "a", "a", "a");

        assertThat(told).containsExactly("a501 goes", "a502 goes", "a508 refused");
    }

    @Test
    void whoWaitsWithLessPushesOutTheOldestOfWhoWaitsWithMost() {
        ask("a", "a", "a", "a");

        assertThat(turns.isFullFor("b")).isFalse();
        ask("b");

        assertThat(told).containsExactly("a1 goes", "a2 goes", "a3 refused");
        turns.done("a");
        assertThat(told).endsWith("b5 goes");
    }

    @Test
    void nothingIsLeftOfWhoIsGone() {
        ask("a", "b", "c", "c", "c");
        now += 100 * MILLI;
        turns.tick();
        turns.done("a");
        turns.done("b");

        assertThat(turns.underWay()).isZero();
        assertThat(turns.waiting()).isZero();
        ask("c", "c", "c");
        assertThat(told.subList(told.size() - 2, told.size())).containsExactly("c6 goes", "c7 goes");
    }

    /** For ten seconds: 2 000 a second are asked of a service that finishes 1 000, two at once. */
    @Test
    void atTwiceTheLoadAsMuchIsFinishedAsCanBeAndMostOfTheRestIsRefusedAtOnce() {
        PriorityQueue<Long> ends = new PriorityQueue<>();
        List<Long> refusals = new ArrayList<>();
        int[] finished = {0};
        for (int half = 0; half < 20_000; half++) {
            while (!ends.isEmpty() && ends.element() <= now) {
                ends.remove();
                finished[0]++;
                turns.done("a");
            }
            turns.tick();
            long asked = now;
            turns.ask("a", new Turns.Asker() {
                @Override
                public void go() {
                    ends.add(now + 2 * MILLI);
                }

                @Override
                public void refuse() {
                    refusals.add(now - asked);
                }
            });
            now += MILLI / 2;
        }

        assertThat(finished[0]).isGreaterThan(9_900);
        assertThat(refusals).hasSizeBetween(9_500, 10_100).allMatch(waited -> waited <= 101 * MILLI);
        refusals.sort(null);
        assertThat(refusals.get(refusals.size() * 8 / 10)).isZero();
    }

    private int number;

    private void ask(String... clients) {
        for (String client : clients) {
            String name = client + ++number;
            turns.ask(client, new Turns.Asker() {
                @Override
                public void go() {
                    told.add(name + " goes");
                }

                @Override
                public void refuse() {
                    told.add(name + " refused");
                }
            });
        }
    }
}
