package org.isthmus.kit.http;

import jakarta.ws.rs.core.MediaType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.isthmus.kit.rules.Fault;
import org.jspecify.annotations.Nullable;

/** Bodies are text in UTF-8; bytes that are none are refused, never replaced. */
final class Utf8 {

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private Utf8() {}

    /** Whether the media type names no other charset. */
    static boolean isNamed(@Nullable MediaType type) {
        String charset = type == null ? null : type.getParameters().get(MediaType.CHARSET_PARAMETER);
        return charset == null || charset.equalsIgnoreCase("utf-8");
    }

    /** The body without the byte order mark that may stand before it. */
    static byte[] checked(byte[] body) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            if (new String(body, StandardCharsets.ISO_8859_1).indexOf(0) >= 0) {
                throw new CharacterCodingException(); // text of 16 or 32 bits
            }
        } catch (CharacterCodingException e) {
            throw InvalidRequest.of(List.of(Fault.at("", "not-utf-8", "The body holds bytes that are not UTF-8.")));
        }
        boolean isMarked = body.length >= MARK.length && Arrays.equals(body, 0, MARK.length, MARK, 0, MARK.length);
        return isMarked ? Arrays.copyOfRange(body, MARK.length, body.length) : body;
    }
}
