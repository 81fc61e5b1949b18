package org.isthmus.attack.token;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.isthmus.attack.raw.RawAnswer;
import org.isthmus.attack.raw.RawSocket;

/**
 * What a request says in {@code Authorization}, and whether it lets its sender in.
 *
 * @param kind what is wrong with it, or how it is right
 */
public record ForgedToken(String kind, String authorization, boolean isTaken) {

    /** What each of the addresses answers to it, on one connection. */
    public List<RawAnswer> ask(URI server, String... addresses) throws IOException {
        StringBuilder requests = new StringBuilder();
        for (int number = 1; number <= addresses.length; number++) {
            requests.append("GET %s HTTP/1.1\r\nHost: x\r\nAuthorization: %s\r\nConnection: %s\r\n\r\n"
                    .formatted(
                            addresses[number - 1], authorization, number == addresses.length ? "close" : "keep-alive"));
        }
        return new RawSocket(server).send(requests.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Whether it was let in, or refused with a problem that names the header. */
    public boolean isRight(RawAnswer answer) {
        return isTaken
                ? answer.status() == 200
                : answer.status() == 401
                        && answer.isProblem()
                        && answer.body().contains("\"Authorization\"")
                        && answer.head().contains("Bearer");
    }

    @Override
    public String toString() {
        return kind + ": " + authorization.substring(0, Math.min(authorization.length(), 400));
    }
}
