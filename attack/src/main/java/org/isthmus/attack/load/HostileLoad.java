package org.isthmus.attack.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.isthmus.reference.ClientTokens;

/** {@code attack/load GATEWAY TOKEN_URL DATA [MINUTES]}: attacks a running system beside honest clients, and tells what became of both. */
public final class HostileLoad {

    private static final Duration WARM = Duration.ofSeconds(20);
    private static final Duration REST = Duration.ofSeconds(45);
    private static final Duration RECOVERY = Duration.ofMinutes(3);
    private static final long MOST_MILLIS = 1_000;

    private HostileLoad() {}

    public static void main(String... arguments) throws IOException {
        if (arguments.length < 3) {
            System.err.println(
                    "attack/load GATEWAY TOKEN_URL DATA [MINUTES] attacks a system of ./start --data DATA for 10"
                            + " minutes, for instance: attack/load http://localhost:8080"
                            + " http://localhost:8084/isthmus/token data 3");
            System.exit(2);
        }
        URI gateway = URI.create(arguments[0]);
        UnaryOperator<String> tokens = new ClientTokens(URI.create(arguments[1]), client -> "local");
        Path data = Path.of(arguments[2]);
        Duration time =
                Duration.ofSeconds(Math.round(60 * (arguments.length > 3 ? Double.parseDouble(arguments[3]) : 10)));

        new HonestClients(gateway, tokens).run(WARM.toNanos());
        Map<String, Long> before = Parts.memory(data);
        HonestClients honest = new HonestClients(gateway, tokens);
        String document = new Caller(gateway, "127.0.0.1", new Answers("document")).get("/openapi.json", null);
        Attackers attackers = new Attackers(gateway, new ObjectMapper().readTree(document), tokens, time);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            attackers.start(threads);
            honest.run(time.toNanos());
            attackers.answers().forEach(System.out::println);
            System.out.println(honest.answers());
        }
        LockSupport.parkNanos(REST.toNanos());
        Map<String, Long> after = Parts.memory(data);
        System.out.printf("memory in MiB before %s%nafter %s%n", before, after);
        boolean isWell = isWell(honest.answers());
        if (!before.keySet().equals(after.keySet())) {
            System.out.println("Not all processes are those of before.");
            isWell = false;
        }
        List<String> wrong = settled(new Afterwards(gateway, tokens));
        wrong.forEach(System.out::println);
        System.exit(isWell && wrong.isEmpty() ? 0 : 1);
    }

    private static boolean isWell(Answers honest) {
        int failed = honest.count(Answers.NONE, 500, 502, 504);
        int refused = honest.count(429, 503);
        System.out.printf(
                "honest: %.2f %% refused, %d failed, p99 %.0f ms%n",
                100.0 * refused / honest.count(), failed, honest.millis(99));
        return failed == 0 && refused * 100 <= honest.count() && honest.millis(99) < MOST_MILLIS;
    }

    /** What is still wrong after as long as a backlog may take. */
    private static List<String> settled(Afterwards afterwards) {
        long end = System.nanoTime() + RECOVERY.toNanos();
        List<String> wrong = afterwards.wrong();
        while (!wrong.isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(5_000_000_000L);
            wrong = afterwards.wrong();
        }
        return wrong;
    }
}
