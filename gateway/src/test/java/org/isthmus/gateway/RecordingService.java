package org.isthmus.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A service that reads what the gateway sends it byte by byte, records each request that is whole, and answers as it is told. */
public final class RecordingService {

    /** Requests that came whole, head and body as they were. */
    public static final Queue<String> WHOLE = new ConcurrentLinkedQueue<>();

    /** Heads that are not the plain ones which the gateway has to write. */
    public static final Queue<String> STRANGE = new ConcurrentLinkedQueue<>();

    /** What is answered to a path that ends so, byte by byte. */
    public static final Map<String, String> ANSWERS = new ConcurrentHashMap<>();

    /** First lines as they come, before the rest of their requests. */
    public static final BlockingQueue<String> BEGUN = new LinkedBlockingQueue<>();

    public static final AtomicInteger CONNECTIONS = new AtomicInteger();

    private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nok";
    private static final Pattern HEAD = Pattern.compile(
            "[A-Z]+ (/[!-~]*) HTTP/1\\.1\r\n(?:[!#$%&'*+.^_`|~0-9A-Za-z-]+: [\t -~\u0080-\u00ff]*\r\n)*\r\n");
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: ([0-9]+)\r\n");
    private static final Pattern CHUNKED = Pattern.compile("(?i)\r\ntransfer-encoding: chunked\r\n");

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

    RecordingService() throws IOException {
        Thread.ofVirtual().start(this::accept);
    }

    String url() {
        return "http://localhost:" + server.getLocalPort();
    }

    void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                CONNECTIONS.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void serve(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            while (true) {
                String head = head(in);
                BEGUN.add(head.lines().findFirst().orElse(""));
                Matcher plain = HEAD.matcher(head);
                boolean isPlain = plain.matches();
                if (!isPlain || head.split("(?i)\r\n(content-length|transfer-encoding):", -1).length > 2) {
                    STRANGE.add(head);
                    return;
                }
                WHOLE.add(head + body(in, head));
                String path = plain.group(1);
                connection
                        .getOutputStream()
                        .write(ANSWERS.getOrDefault(path.substring(path.lastIndexOf('/') + 1), ANSWER)
                                .getBytes(ISO_8859_1));
            }
        } catch (IOException e) {
            // the gateway has ended the connection
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            head.append(next(in));
        }
        return head.toString();
    }

    private static String body(InputStream in, String head) throws IOException {
        Matcher length = LENGTH.matcher(head);
        if (length.find()) {
            return read(in, Integer.parseInt(length.group(1)));
        }
        StringBuilder body = new StringBuilder();
        if (CHUNKED.matcher(head).find()) {
            int size;
            do {
                String line = line(in);
                size = Integer.parseInt(line, 16);
                body.append(read(in, size));
                if (!line(in).isEmpty()) {
                    STRANGE.add(head);
                }
            } while (size > 0);
        }
        return body.toString();
    }

    private static String read(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return new String(bytes, ISO_8859_1);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        while (line.length() < 2 || !line.substring(line.length() - 2).equals("\r\n")) {
            line.append(next(in));
        }
        return line.substring(0, line.length() - 2);
    }

    private static char next(InputStream in) throws IOException {
        int read = in.read();
        if (read < 0) {
            throw new EOFException();
        }
        return (char) read;
    }
}
