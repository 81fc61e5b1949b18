package org.isthmus.attack.raw;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who begins and goes on as slowly as he can, or not at all.
 *
 * @param begin what is sent at once; {@code {path}} is where it goes
 * @param drop what is sent again and again, in pauses; nothing for somebody who falls silent
 * @param statuses what is answered before the connection is closed
 */
public record SlowClient(String kind, String begin, String drop, List<Integer> statuses) {

    private static final String GET = "GET {path} HTTP/1.1\r\nHost: x\r\n";
    private static final String POST = "POST {path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";

    /** Each way to be slow. */
    public static List<SlowClient> all() {
        String much = " ".repeat(70_000);
        String length = "Content-Length: 200000\r\n\r\n";
        String chunks = "Transfer-Encoding: chunked\r\n\r\n";
        String chunk = "%x\r\n%s\r\n".formatted(much.length(), much);
        List<SlowClient> all = new ArrayList<>();
        all.add(new SlowClient("nothing at all", "", "", List.of()));
        all.add(new SlowClient("first line", "G", "E", List.of(408)));
        all.add(new SlowClient("first line, silent", "GET /", "", List.of(408)));
        all.add(new SlowClient("head", GET + "X-Slow: ", "x", List.of(408)));
        all.add(new SlowClient("fields", GET, "X-Slow: x\r\n", List.of(408)));
        all.add(new SlowClient("head, silent", GET, "", List.of(408)));
        all.add(new SlowClient("idle", GET + "\r\n", "", List.of(200)));
        all.add(new SlowClient("head of a second one", GET + "\r\nG", "", List.of(200, 408)));
        all.add(new SlowClient("body", POST + length + "{", " ", List.of(408)));
        all.add(new SlowClient("body, silent", POST + length, "", List.of(408)));
        all.add(new SlowClient("chunks", POST + chunks, "1\r\n \r\n", List.of(408)));
        all.add(new SlowClient("size of a chunk", POST + chunks, "0", List.of(408)));
        all.add(new SlowClient("extension of a chunk", POST + chunks + "1;", "x", List.of(408)));
        all.add(new SlowClient("trailers", POST + chunks + "1\r\n \r\n0\r\n", "X-Slow: x\r\n", List.of(408)));
        all.add(new SlowClient("long body", POST + length + much, " ", List.of(408)));
        all.add(new SlowClient("long body in chunks", POST + chunks + chunk, "1\r\n \r\n", List.of(408)));
        return List.copyOf(all);
    }

    /** Whether so much comes at once that it is passed on before it is whole. */
    public boolean isLong() {
        return begin.length() > 70_000;
    }

    /** Sends drops from an address of this machine until the other side ends the connection, and tells what it answered. */
    public List<Integer> sent(URI server, String path, @Nullable InetAddress from, Duration pause, Duration longest)
            throws IOException {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(from, 0));
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
            socket.setSoTimeout((int) pause.toMillis());
            ByteArrayOutputStream answered = new ByteArrayOutputStream();
            long end = System.nanoTime() + longest.toNanos();
            try {
                socket.getOutputStream().write(bytes(begin, path));
                while (hasMore(socket, answered)) {
                    if (System.nanoTime() > end) {
                        throw new IllegalStateException("%s: still open after %s".formatted(kind, longest));
                    }
                    socket.getOutputStream().write(bytes(drop, path));
                }
            } catch (SocketException ended) {
                // while it was sending
            }
            return RawAnswer.all(answered.toString(ISO_8859_1)).stream()
                    .map(RawAnswer::status)
                    .toList();
        }
    }

    /** Waits for what is answered as long as the pause lasts. */
    private static boolean hasMore(Socket socket, ByteArrayOutputStream answered) throws IOException {
        byte[] part = new byte[8_192];
        try {
            int come = socket.getInputStream().read(part);
            answered.write(part, 0, Math.max(0, come));
            return come >= 0;
        } catch (SocketTimeoutException nothingCame) {
            return true;
        }
    }

    private static byte[] bytes(String text, String path) {
        return text.replace("{path}", path).getBytes(ISO_8859_1);
    }
}
