package org.isthmus.kit.framing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;

/** Where a message ends: takes the bytes that belong to it, and writes them anew. */
sealed interface MessageBody {

    /** Takes what has come; true once the message has ended. */
    boolean read(ByteBuf in, ByteBuf out);

    /** As many bytes as were announced. */
    final class OfLength implements MessageBody {

        private long left;

        OfLength(long length) {
            left = length;
        }

        @Override
        public boolean read(ByteBuf in, ByteBuf out) {
            int come = (int) Math.min(left, in.readableBytes());
            out.writeBytes(in, come);
            left -= come;
            return left == 0;
        }
    }

    /** All that comes until the connection ends, as answers of HTTP/1.0 have it. */
    final class UntilClosed implements MessageBody {

        @Override
        public boolean read(ByteBuf in, ByteBuf out) {
            out.writeBytes(in);
            return false;
        }
    }

    /** Chunks, of which neither extensions nor trailers go on: RFC 9112, section 7.1. */
    final class Chunked implements MessageBody {

        private static final int LONGEST_LINE = 256;
        private static final int LONGEST_TRAILERS = 4_096;
        private static final int DIGITS = 15;

        private final LineReader lines = new LineReader();
        private long left;
        private boolean endsChunk;
        private boolean isLast;
        private int trailers;

        @Override
        public boolean read(ByteBuf in, ByteBuf out) {
            while (in.isReadable()) {
                if (left > 0) {
                    readData(in, out);
                } else {
                    String line = lines.next(in, endsChunk ? 0 : LONGEST_LINE, Chunked::malformed);
                    if (line == null) {
                        return false;
                    }
                    if (readLine(line, out)) {
                        return true;
                    }
                }
            }
            return false;
        }

        private void readData(ByteBuf in, ByteBuf out) {
            int come = (int) Math.min(left, in.readableBytes());
            out.writeBytes(in, come);
            left -= come;
            if (left == 0) {
                endsChunk = true;
            }
        }

        private boolean readLine(String line, ByteBuf out) {
            if (endsChunk) {
                endsChunk = false;
                write(out, "\r\n");
            } else if (!isLast) {
                left = size(line);
                isLast = left == 0;
                write(out, Long.toHexString(left) + "\r\n");
            } else if (line.isEmpty()) {
                write(out, "\r\n");
                return true;
            } else {
                readTrailer(line);
            }
            return false;
        }

        private void readTrailer(String line) {
            trailers += line.length();
            if (trailers > LONGEST_TRAILERS || HeaderFields.isOfHead(new HeaderFields().add(line))) {
                throw MalformedMessage.invalid("A trailer holds what belongs to the head of a message, or too much.");
            }
        }

        private static long size(String line) {
            int digits = 0;
            while (digits < line.length()
                    && Character.digit(line.charAt(digits), 16) >= 0
                    && line.charAt(digits) < 128) {
                digits++;
            }
            boolean isAlone = digits == line.length() || line.charAt(digits) == ';';
            if (digits == 0 || digits > DIGITS || !isAlone) {
                throw malformed();
            }
            return Long.parseLong(line.substring(0, digits), 16);
        }

        private static MalformedMessage malformed() {
            return MalformedMessage.invalid("Its chunks are malformed.");
        }

        private static void write(ByteBuf out, String text) {
            out.writeCharSequence(text, US_ASCII);
        }
    }
}
