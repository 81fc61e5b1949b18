package org.isthmus.kit.framing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.netty.buffer.ByteBuf;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lines that end with CR LF. A control character within one is refused as soon as it comes, not when the line ends. */
final class LineReader {

    private int seen;

    /** The next line without its end, or nothing while it has not come whole. */
    @Nullable
    String next(ByteBuf in, int longest, Supplier<MalformedMessage> tooLong) {
        int begin = in.readerIndex();
        for (int at = begin + seen; at < in.writerIndex(); at++) {
            byte character = in.getByte(at);
            boolean isAfterReturn = at > begin && in.getByte(at - 1) == '\r';
            if (isAfterReturn != (character == '\n')) {
                throw MalformedMessage.invalid("Each line of it ends with CR LF, and has neither of them within.");
            }
            if (character == '\n') {
                String line = in.toString(begin, at - 1 - begin, ISO_8859_1);
                in.readerIndex(at + 1);
                seen = 0;
                return line;
            }
            if (isControl(character)) {
                throw MalformedMessage.invalid("It has a control character.");
            }
            if (at - begin >= longest && character != '\r') {
                throw tooLong.get();
            }
        }
        seen = in.writerIndex() - begin;
        return null;
    }

    private static boolean isControl(byte character) {
        return character >= 0 && character < ' ' && character != '\t' && character != '\r' || character == 0x7f;
    }
}
