package org.isthmus.kit.framing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header fields of one message in their order, and what they say of its length: RFC 9112, sections 5 and 6. */
final class HeaderFields {

    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");
    private static final Set<String> CHUNKED = names("chunked");

    /** These say where a message ends and for whom it is, so no field may take them away. */
    private static final Set<String> FRAME = names("Host", "Content-Length", "Transfer-Encoding");

    private static final Set<String> FRAMES_OF_BODY = names("Content-Length", "Transfer-Encoding");

    /** These belong to the head: a trailer that names them would be read by some and not by others. */
    private static final Set<String> OF_HEAD = names(
            "Host",
            "Content-Length",
            "Transfer-Encoding",
            "Content-Encoding",
            "Content-Type",
            "Content-Range",
            "Authorization",
            "Connection",
            "Expect",
            "Trailer",
            "TE",
            "Upgrade",
            "If-Match",
            "If-None-Match",
            "Idempotency-Key",
            "Cookie",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Proto");

    private record Field(String name, String value) {}

    private final List<Field> fields = new ArrayList<>();

    static Set<String> names(String... names) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(List.of(names));
        return set;
    }

    static boolean isOfHead(String name) {
        return OF_HEAD.contains(name);
    }

    /** Takes a line of the head and tells the name of its field. */
    String add(String line) {
        int colon = line.indexOf(':');
        if (colon < 1 || !isToken(line, colon)) {
            throw MalformedMessage.invalid(
                    "A header field is a name, a colon right behind it, and its value on the same line.");
        }
        String name = line.substring(0, colon);
        fields.add(new Field(name, trimmed(line.substring(colon + 1))));
        return name;
    }

    void add(String name, String value) {
        fields.add(new Field(name, value));
    }

    void removeAll(Set<String> names) {
        fields.removeIf(field -> names.contains(field.name()));
    }

    List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Field::value)
                .toList();
    }

    /** Its only value; nothing where it has none, and a fault where it has two. */
    @Nullable
    String only(String name) {
        List<String> values = all(name);
        if (values.size() > 1) {
            throw MalformedMessage.invalid("%s comes once.".formatted(name));
        }
        return values.isEmpty() ? null : values.getFirst();
    }

    /** How long the body is by a Content-Length, or nothing where there is none. */
    @Nullable
    Long length() {
        String length = only("Content-Length");
        if (length != null && !LENGTH.matcher(length).matches()) {
            throw MalformedMessage.invalid("Content-Length is one number.");
        }
        return length == null ? null : Long.valueOf(length);
    }

    /** Whether the body comes in chunks; there is no other coding, and no length beside it. */
    boolean isChunked(boolean isHttp11) {
        String coding = only("Transfer-Encoding");
        if (coding == null) {
            return false;
        }
        if (!isHttp11) {
            throw MalformedMessage.invalid("Transfer-Encoding belongs to HTTP/1.1 only.");
        }
        if (!all("Content-Length").isEmpty()) {
            throw MalformedMessage.invalid("It has a Content-Length and a Transfer-Encoding; send one of them.");
        }
        if (!CHUNKED.contains(coding)) {
            throw MalformedMessage.invalid("The only Transfer-Encoding read here is chunked, named once.");
        }
        return true;
    }

    /** Fields that Connection names are for this connection alone: nothing but whether to keep it is left of them. */
    void endHere() {
        Set<String> named = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        all("Connection").stream()
                .flatMap(list -> Arrays.stream(list.split(",", -1)))
                .map(HeaderFields::trimmed)
                .forEach(named::add);
        if (named.stream().anyMatch(FRAME::contains)) {
            throw MalformedMessage.invalid("Connection names a field that every reader of the message needs.");
        }
        boolean closes = named.remove("close");
        boolean keeps = named.remove("keep-alive");
        named.addAll(List.of("Connection", "Upgrade", "HTTP2-Settings"));
        removeAll(named);
        if (closes || keeps) {
            add("Connection", closes ? "close" : "keep-alive");
        }
    }

    /** Says how long the body is in the one form that every reader knows. */
    void writeLength(boolean isHttp11) {
        Long length = length();
        boolean isChunked = isChunked(isHttp11);
        removeAll(FRAMES_OF_BODY);
        if (isChunked) {
            add("Transfer-Encoding", "chunked");
        } else if (length != null) {
            add("Content-Length", length.toString());
        }
    }

    /** Of all that a field lists, keeps the one that is so many from the right, or the first where there are fewer. */
    void keepFromRight(String name, int places) {
        List<String> listed = all(name).stream()
                .flatMap(list -> Arrays.stream(list.split(",", -1)))
                .map(HeaderFields::trimmed)
                .toList();
        if (listed.size() > 1) {
            removeAll(names(name));
            add(name, listed.get(Math.max(0, listed.size() - places)));
        }
    }

    void writeTo(ByteBuf out) {
        for (Field field : fields) {
            out.writeCharSequence(field.name(), ISO_8859_1);
            out.writeCharSequence(": ", ISO_8859_1);
            out.writeCharSequence(field.value(), ISO_8859_1);
            out.writeCharSequence("\r\n", ISO_8859_1);
        }
        out.writeCharSequence("\r\n", ISO_8859_1);
    }

    private static boolean isToken(String line, int end) {
        for (int at = 0; at < end; at++) {
            char character = line.charAt(at);
            boolean isLetter = character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z';
            if (!isLetter && !(character >= '0' && character <= '9') && "!#$%&'*+-.^_`|~".indexOf(character) < 0) {
                return false;
            }
        }
        return true;
    }

    private static String trimmed(String value) {
        int begin = 0;
        int end = value.length();
        while (begin < end && (value.charAt(begin) == ' ' || value.charAt(begin) == '\t')) {
            begin++;
        }
        while (end > begin && (value.charAt(end - 1) == ' ' || value.charAt(end - 1) == '\t')) {
            end--;
        }
        return value.substring(begin, end);
    }
}
