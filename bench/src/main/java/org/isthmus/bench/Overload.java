package org.isthmus.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * What becomes of more load than the system can carry: the peak of project details with as many clients as there are
 * connections, then a share of it at a steady rate, whatever has become of the requests before (open loop). Each connection
 * comes from a loopback address of its own, so that no rate limit is met.
 */
final class Overload {

    private static final int CONNECTIONS = 250;
    private static final int AT_PEAK = 64;
    private static final long MILLI = 1_000_000;
    private static final long LOOK_MILLIS = 100;

    /** What was answered, in nanoseconds from when it was due. */
    private static final class Answered {
        private final List<Long> good = new ArrayList<>();
        private final List<Long> refused = new ArrayList<>();
        private int others;

        synchronized void add(int status, long took) {
            if (status == 200) {
                good.add(took);
            } else if (status == 503 || status == 429) {
                refused.add(took);
            } else {
                others++;
            }
        }
    }

    private final URI gateway;
    private final List<byte[]> requests;
    private final PrintStream out;

    Overload(Target target, Http http, PrintStream out) {
        gateway = target.gateway();
        this.out = out;
        requests = new ArrayList<>();
        http.get("/v1/projects?limit=50")
                .path("items")
                .forEach(item ->
                        requests.add(request("/v1/projects/" + item.path("id").asText())));
    }

    private static byte[] request(String path) {
        return "GET %s HTTP/1.1\r\nHost: bench\r\n\r\n".formatted(path).getBytes(ISO_8859_1);
    }

    void run(int seconds) {
        run(AT_PEAK, 0, seconds);
        double peak = run(AT_PEAK, 0, seconds).good.size() / (double) seconds;
        out.printf("peak %,.0f/s with %d clients%n", peak, AT_PEAK);
        for (double share : List.of(0.5, 0.8, 1.0, 2.0)) {
            tell(share, peak, seconds, run(CONNECTIONS, share * peak, seconds));
        }
    }

    private void tell(double share, double peak, int seconds, Answered answered) {
        double good = answered.good.size() / (double) seconds;
        out.printf(
                "%.1f x: %,.0f/s good (%.2f of the peak), p50 %.0f ms, p99 %.0f ms; %,.0f/s refused, p50 %.0f ms, p90"
                        + " %.0f ms, p99 %.0f ms; %d others%n",
                share,
                good,
                good / peak,
                millis(answered.good, 50),
                millis(answered.good, 99),
                answered.refused.size() / (double) seconds,
                millis(answered.refused, 50),
                millis(answered.refused, 90),
                millis(answered.refused, 99),
                answered.others);
    }

    private static double millis(List<Long> nanos, int percent) {
        nanos.sort(null);
        return nanos.isEmpty() ? 0 : nanos.get(Math.min(nanos.size() - 1, nanos.size() * percent / 100)) / 1e6;
    }

    /** @param rate requests a second; none where each connection asks again as soon as it is answered */
    private Answered run(int connections, double rate, int seconds) {
        Answered answered = new Answered();
        AtomicLong number = new AtomicLong();
        long begun = System.nanoTime() + 500 * MILLI;
        long end = begun + seconds * 1_000 * MILLI;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int connection = 0; connection < connections; connection++) {
                String from = "127.0.1.%d".formatted(1 + connection);
                threads.execute(() -> ask(from, number, rate, begun, end, answered));
            }
            threads.execute(() -> look(begun, end));
        }
        return answered;
    }

    private void ask(String from, AtomicLong number, double rate, long begun, long end, Answered answered) {
        try (Socket socket = connected(from);
                InputStream in = new BufferedInputStream(socket.getInputStream(), 65_536)) {
            while (true) {
                long mine = number.getAndIncrement();
                long due = rate == 0 ? System.nanoTime() : begun + (long) (mine * 1e9 / rate);
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                if (due > end || System.nanoTime() > end) {
                    return;
                }
                socket.getOutputStream().write(requests.get((int) (mine % requests.size())));
                int status = read(in);
                answered.add(status, System.nanoTime() - due);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Socket connected(String from) throws IOException {
        Socket socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.bind(new InetSocketAddress(from, 0));
        socket.connect(new InetSocketAddress("127.0.0.1", gateway.getPort()));
        return socket;
    }

    /** Reads one answer and tells its status. */
    private static int read(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder(512);
        while (head.length() < 4 || head.indexOf("\r\n\r\n", head.length() - 4) < 0) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException(head.toString());
            }
            head.append((char) next);
        }
        int length = 0;
        for (String line : head.toString().split("\r\n", -1)) {
            if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        in.skipNBytes(length);
        return Integer.parseInt(head.substring(9, 12));
    }

    /** How long the gateway's own health takes meanwhile. */
    private void look(long begun, long end) {
        byte[] request = request("/q/health/live");
        long longest = 0;
        try (Socket socket = connected("127.0.2.1");
                InputStream in = new BufferedInputStream(socket.getInputStream())) {
            while (System.nanoTime() < end) {
                long asked = System.nanoTime();
                socket.getOutputStream().write(request);
                if (read(in) != 200) {
                    out.println("health is not answered");
                }
                longest = Math.max(longest, asked < begun ? 0 : System.nanoTime() - asked);
                LockSupport.parkNanos(LOOK_MILLIS * MILLI);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.printf("health took %.0f ms at most%n", longest / 1e6);
    }
}
