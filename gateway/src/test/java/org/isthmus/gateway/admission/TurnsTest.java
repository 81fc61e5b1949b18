package org.isthmus.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** Two at once, four connections, a tenth of a second to wait, and a clock of its own. */
class TurnsTest {

    private static final long MILLI = 1_000_000;

    private long now = Duration.ofHours(1).toNanos();
    private final Turns turns = new Turns(2, 4, 100, Duration.ofMillis(100), () -> now);
    private final List<String> told = new ArrayList<>();
    private final Map<String, Queue<Turns.Turn>> going = new HashMap<>();

    @Test
    void asManyGoAsThereArePlacesAndTheNextWhenOneIsDone() {
        ask("a", "b", "c");
        assertThat(told).containsExactly("a1 goes", "b2 goes");

        done("a");

        assertThat(told).endsWith("c3 goes").hasSize(3);
    }

    @Test
    void ofOneClientTheNewestGoesFirst() {
        ask("a", "a", "a", "a");

        done("a");
        done("a");

        assertThat(told).containsExactly("a1 goes", "a2 goes", "a4 goes", "a3 goes");
    }

    @Test
    void whoHasFewestUnderWayGoesFirst() {
        ask("a", "a", "b", "a");

        done("a");

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
        assertThat(turns.turnsAway("a")).isTrue();
    }

    @Test
    void moreMayWaitWhereMoreIsFinished() {
        for (int number = 0; number < 500; number++) {
            ask("a");
            done("a");
        }
        told.clear();

        ask("a", "a", "a", "a", "a", "a", "a", "a");

        assertThat(told).containsExactly("a501 goes", "a502 goes", "a508 refused");
    }

    @Test
    void whoWaitsWithLessPushesOutTheOldestOfWhoWaitsWithMost() {
        ask("a", "a", "a", "a");

        assertThat(turns.turnsAway("b")).isFalse();
        ask("b");

        assertThat(told).containsExactly("a1 goes", "a2 goes", "a3 refused");
        done("a");
        assertThat(told).endsWith("b5 goes");
    }

    @Test
    void nothingIsLeftOfWhoIsGone() {
        ask("a", "b", "c", "c", "c");
        now += 100 * MILLI;
        turns.tick();
        done("a");
        done("b");

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
        Queue<Turns.Turn> underWay = new ArrayDeque<>();
        int[] finished = {0};
        for (int half = 0; half < 20_000; half++) {
            while (!ends.isEmpty() && ends.element() <= now) {
                ends.remove();
                finished[0]++;
                underWay.remove().done();
            }
            turns.tick();
            long asked = now;
            turns.ask("a", new Turns.Asker() {
                @Override
                public void go(Turns.Turn turn) {
                    underWay.add(turn);
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

    @Test
    void whatIsAnsweredMakesRoomForTheNextAndKeepsItsConnection() {
        ask("a", "b", "c");

        turns("a").element().answered();
        ask("d");
        turns("b").element().answered();
        ask("e");

        assertThat(told).containsExactly("a1 goes", "b2 goes", "c3 goes", "d4 goes");
        assertThat(turns.underWay()).isEqualTo(4);
        turns("c").element().answered();
        assertThat(told).hasSize(4);
        done("a");
        assertThat(told).endsWith("e5 goes");
    }

    @Test
    void whoTookMuchOfTheServicesTimeLeavesMostOfItToOthers() {
        Turns four = new Turns(4, 8, 100, Duration.ofMillis(100), () -> now);
        ask(four, "a", "a", "b");
        now += 1000 * MILLI;
        turns("a").remove().done();
        turns("a").remove().done();
        turns("b").remove().done();
        told.clear();

        ask(four, "a", "a", "b", "b", "b");

        assertThat(told).containsExactly("a4 goes", "b6 goes", "b7 goes", "b8 goes");
        assertThat(four.waiting()).isEqualTo(1);
        turns("a").remove().done();
        assertThat(told).hasSize(4);
        turns("b").remove().done();
        turns("b").remove().done();
        turns("b").remove().done();
        assertThat(told).endsWith("a5 goes");
    }

    @Test
    void whatIsRefusedCountsAsAskedFor() {
        ask("a", "b");
        now += 100 * MILLI;
        done("a");
        done("b");
        ask("x", "y", "x", "y");
        for (int times = 0; times < 3; times++) {
            assertThat(turns.turnsAway("b")).isTrue();
        }
        done("x");
        done("y");
        done("x");
        done("y");

        ask("b", "b", "a");

        assertThat(told).endsWith("b7 goes", "a9 goes");
    }

    @Test
    void whatIsUnderWayForLongCountsBeforeItEnds() {
        Turns four = new Turns(4, 8, 100, Duration.ofMillis(100), () -> now);
        ask(four, "slow", "slow", "b");
        now += 1_000 * MILLI;
        four.tick();
        told.clear();

        ask(four, "slow", "b");

        assertThat(told).containsExactly("b5 goes");
    }

    @Test
    void ofThoseWhoWaitWhoTookLeastGoesFirst() {
        ask("a");
        now += 30 * MILLI;
        done("a");
        ask("b", "b");
        ask("c", "a");

        done("b");

        assertThat(told).endsWith("c4 goes");
    }

    private int number;

    private void done(String client) {
        turns(client).remove().done();
    }

    private Queue<Turns.Turn> turns(String client) {
        return going.computeIfAbsent(client, first -> new ArrayDeque<>());
    }

    private void ask(String... clients) {
        ask(turns, clients);
    }

    private void ask(Turns turns, String... clients) {
        for (String client : clients) {
            String name = client + ++number;
            turns.ask(client, new Turns.Asker() {
                @Override
                public void go(Turns.Turn turn) {
                    turns(client).add(turn);
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
