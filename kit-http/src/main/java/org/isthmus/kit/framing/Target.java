package org.isthmus.kit.framing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks for, in origin form: RFC 9112, section 3.2.
 *
 * @param path path and query
 * @param authority what the absolute form named before them
 */
record Target(String path, @Nullable String authority) {

    private static final Pattern HOST =
            Pattern.compile("(?:[A-Za-z0-9._-]{1,255}|\\[[0-9A-Fa-f:.]{2,45}])(?::[0-9]{1,5})?");
    private static final Pattern ABSOLUTE = Pattern.compile("(?i:https?)://([^/?]*)(.*)");

    static Target of(String written) {
        Matcher absolute = ABSOLUTE.matcher(written);
        if (!absolute.matches()) {
            return new Target(checked(written), null);
        }
        String path = absolute.group(2);
        return new Target(checked(path.startsWith("/") ? path : "/" + path), checkedHost(absolute.group(1)));
    }

    static String checkedHost(String host) {
        if (!HOST.matcher(host).matches()) {
            throw MalformedMessage.invalid("Host is a name or an address, and perhaps a port.");
        }
        return host;
    }

    private static String checked(String path) {
        if (!path.startsWith("/")) {
            throw MalformedMessage.invalid("The address begins with a slash, or with http:// and a host.");
        }
        boolean isQuery = false;
        for (int at = 0; at < path.length(); at++) {
            char character = path.charAt(at);
            isQuery |= character == '?';
            if (!isPlain(character) && !(isQuery && "?[]".indexOf(character) >= 0) && !isEncoded(path, at)) {
                throw MalformedMessage.invalid("The address has characters that must be encoded.");
            }
        }
        return path;
    }

    private static boolean isPlain(char character) {
        return character >= 'a' && character <= 'z'
                || character >= 'A' && character <= 'Z'
                || character >= '0' && character <= '9'
                || "-._~!$&'()*+,;=:@/".indexOf(character) >= 0;
    }

    private static boolean isEncoded(String path, int at) {
        return path.charAt(at) == '%'
                && at + 2 < path.length()
                && hex(path.charAt(at + 1)) >= 0
                && hex(path.charAt(at + 2)) >= 0
                && !path.startsWith("%00", at);
    }

    private static int hex(char character) {
        return character < 128 ? Character.digit(character, 16) : -1;
    }
}
