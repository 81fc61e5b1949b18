package org.isthmus.attack.raw;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One answer as it came from a socket.
 *
 * @param head its first line and its header fields
 */
public record RawAnswer(int status, String head, String body) {

    /** All that a connection answered until it ended; fails where it is not a row of whole answers with a length or chunks. */
    static List<RawAnswer> all(String said) {
        List<RawAnswer> answers = new ArrayList<>();
        int at = 0;
        while (at < said.length()) {
            int end = said.indexOf("\r\n\r\n", at);
            if (end < 0 || !said.startsWith("HTTP/1.", at)) {
                throw new IllegalStateException("No answer begins at %d of: %s".formatted(at, said));
            }
            String head = said.substring(at, end);
            int status = Integer.parseInt(head.substring(9, 12));
            at = end + 4;
            int length = status < 200 || status == 204 ? 0 : length(head, said, at);
            if (status >= 200) {
                answers.add(new RawAnswer(status, head, said.substring(at, at + length)));
            }
            at += length;
        }
        return answers;
    }

    private static int length(String head, String said, int at) {
        for (String line : head.split("\r\n", -1)) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                return Integer.parseInt(line.substring(15).trim());
            }
        }
        if (!head.toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked")) {
            throw new IllegalStateException("An answer without an end: " + head);
        }
        return said.indexOf("0\r\n\r\n", at) + 5 - at;
    }

    public boolean isProblem() {
        return head.toLowerCase(Locale.ROOT).contains("content-type: application/problem+json")
                && body.contains("\"status\":" + status);
    }
}
