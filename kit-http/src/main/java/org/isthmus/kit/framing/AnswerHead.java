package org.isthmus.kit.framing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.netty.buffer.ByteBuf;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The status line and the header fields of an answer: taken line by line, checked, and written anew. */
final class AnswerHead {

    static final int LONGEST = 65_536;

    private static final Pattern LINE = Pattern.compile("(HTTP/1\\.[01]) ([1-5][0-9]{2})(?: ([\t -~\u0080-\u00ff]*))?");
    private static final Set<Integer> WITHOUT_BODY = Set.of(204, 304);
    private static final int SWITCHING = 101;

    private final HeaderFields fields = new HeaderFields();
    private String version = "";
    private String reason = "";
    private int status;
    private int size;

    static MalformedMessage tooLong() {
        return MalformedMessage.invalid("The head of an answer is too long.");
    }

    static boolean asksForHead(ByteBuf request) {
        return request.toString(request.readerIndex(), 5, ISO_8859_1).equals("HEAD ");
    }

    /** Takes a line; true when it was the last one. */
    boolean read(String line) {
        size += line.length();
        if (size > LONGEST) {
            throw tooLong();
        }
        if (version.isEmpty()) {
            readFirst(line);
        } else if (line.isEmpty()) {
            check();
            return true;
        } else {
            fields.add(line);
        }
        return false;
    }

    private void readFirst(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw MalformedMessage.invalid("The first line of an answer is malformed.");
        }
        version = parts.group(1);
        status = Integer.parseInt(parts.group(2));
        reason = parts.group(3) == null ? "" : parts.group(3);
    }

    private void check() {
        fields.endHere();
        fields.writeLength(isHttp11());
        boolean hasChunks = !fields.all("Transfer-Encoding").isEmpty();
        if (status == SWITCHING || hasChunks && (isInterim() || status == 204)) {
            throw MalformedMessage.invalid("An answer of status %d can't be read so.".formatted(status));
        }
    }

    private boolean isHttp11() {
        return version.equals("HTTP/1.1");
    }

    /** Whether the answer itself is still to come. */
    boolean isInterim() {
        return status < 200;
    }

    MessageBody body(boolean isForHead) {
        if (isForHead || isInterim() || WITHOUT_BODY.contains(status)) {
            return new MessageBody.OfLength(0);
        }
        if (fields.isChunked(isHttp11())) {
            return new MessageBody.Chunked();
        }
        Long length = fields.length();
        return length == null ? new MessageBody.UntilClosed() : new MessageBody.OfLength(length);
    }

    void writeTo(ByteBuf out) {
        out.writeCharSequence("%s %d %s\r\n".formatted(version, status, reason), ISO_8859_1);
        fields.writeTo(out);
    }
}
