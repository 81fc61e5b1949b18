package org.isthmus.kit.framing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.netty.buffer.ByteBuf;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The request line and the header fields of a request: taken line by line, checked, and written anew. */
final class RequestHead {

    private static final Pattern LINE =
            Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]{1,32}) ([!-~]+) (HTTP/[0-9]\\.[0-9])");

    /** The gateway adds them, so they don't count against what a caller may send. */
    private static final Set<String> OF_THE_GATEWAY = HeaderFields.names(
            "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Request-Id", "traceparent");

    /** Each proxy adds to their right; what a caller wrote itself stands left of that, and nobody believes it. */
    private static final Set<String> FORWARDED =
            HeaderFields.names("X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host");

    private static final int LONGEST_OF_THE_GATEWAY = 1_024;

    private final Limits limits;
    private final HeaderFields fields = new HeaderFields();
    private String method = "GET";
    private @Nullable Target target;
    private String version = "";
    private boolean isAfterBlank;
    private int count;
    private int size;
    private int added;

    RequestHead(Limits limits) {
        this.limits = limits;
    }

    /** How long the next line may be. */
    int longestLine() {
        return version.isEmpty() ? limits.uri() + 48 : limits.headers();
    }

    MalformedMessage tooLong() {
        return version.isEmpty()
                ? MalformedMessage.of(414, "At most %d characters are read.".formatted(limits.uri()))
                : MalformedMessage.of(431, "At most %d bytes are read.".formatted(limits.headers()));
    }

    /** Takes a line; true when it was the last one. */
    boolean read(String line) {
        if (version.isEmpty()) {
            readFirst(line);
            return false;
        }
        if (line.isEmpty()) {
            check();
            return true;
        }
        count(fields.add(line), line.length() + 2);
        return false;
    }

    private void readFirst(String line) {
        if (line.isEmpty() && !isAfterBlank) {
            isAfterBlank = true;
            return;
        }
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw MalformedMessage.invalid("Its first line is a method, an address in ASCII and HTTP/1.1.");
        }
        method = parts.group(1);
        if (parts.group(2).length() > limits.uri()) {
            throw tooLong();
        }
        checkVersion(parts.group(3));
        if (method.equals("CONNECT") || method.equals("TRACE")) {
            throw MalformedMessage.of(405, "CONNECT and TRACE are not served.");
        }
        target = Target.of(parts.group(2));
        version = parts.group(3);
    }

    private static void checkVersion(String version) {
        if (!version.equals("HTTP/1.1") && !version.equals("HTTP/1.0")) {
            throw MalformedMessage.of(505, "Only HTTP/1.1 and HTTP/1.0 are spoken here.");
        }
    }

    private void count(String name, int bytes) {
        if (OF_THE_GATEWAY.contains(name)) {
            added += bytes;
        } else {
            size += bytes;
            count++;
        }
        if (count > Limits.FIELDS) {
            throw MalformedMessage.of(431, "At most %d header fields are read.".formatted(Limits.FIELDS));
        }
        if (size > limits.headers() || added > LONGEST_OF_THE_GATEWAY) {
            throw tooLong();
        }
    }

    private void check() {
        checkHost();
        fields.only("Authorization");
        fields.only("Content-Type");
        String expect = fields.only("Expect");
        if (expect != null && !expect.toLowerCase(Locale.ROOT).equals("100-continue")) {
            throw MalformedMessage.of(417, "The only thing to expect here is 100-continue.");
        }
        fields.endHere();
        FORWARDED.forEach(name -> fields.keepFromRight(name, limits.proxies()));
        fields.writeLength(isHttp11());
    }

    private void checkHost() {
        String host = fields.only("Host");
        String authority = target == null ? null : target.authority();
        if (host == null && isHttp11()) {
            throw MalformedMessage.invalid("It has one Host.");
        }
        if (host != null && authority != null && !host.equalsIgnoreCase(authority)) {
            throw MalformedMessage.invalid("Its address names another host than Host does.");
        }
        if (host != null) {
            Target.checkedHost(host);
        } else if (authority != null) {
            fields.add("Host", authority);
        }
    }

    private boolean isHttp11() {
        return version.equals("HTTP/1.1");
    }

    boolean hasBegun() {
        return isAfterBlank || !version.isEmpty();
    }

    /** Whether it asks to read, has no body, and does not end its connection. */
    boolean isPlainRead() {
        return method.equals("GET")
                && isHttp11()
                && fields.all("Connection").stream().noneMatch("close"::equals)
                && fields.all("Content-Length").isEmpty()
                && fields.all("Transfer-Encoding").isEmpty();
    }

    boolean expectsContinue() {
        return !fields.all("Expect").isEmpty();
    }

    /** Whom the proxy before here says that it asks for. */
    @Nullable
    String forwardedFor() {
        List<String> told = fields.all("X-Forwarded-For");
        return told.isEmpty() ? null : told.getLast();
    }

    String method() {
        return method;
    }

    /** The address, or the root while it has none that can be read. */
    String path() {
        return target == null ? "/" : target.path();
    }

    MessageBody body() {
        Long length = fields.length();
        return fields.isChunked(isHttp11())
                ? new MessageBody.Chunked()
                : new MessageBody.OfLength(length == null ? 0 : length);
    }

    void writeTo(ByteBuf out) {
        out.writeCharSequence("%s %s %s\r\n".formatted(method, path(), version), ISO_8859_1);
        fields.writeTo(out);
    }
}
