package org.isthmus.kit.encoding;

import io.netty.handler.codec.compression.StandardCompressionOptions;
import io.netty.handler.codec.http.HttpContentCompressor;
import org.jspecify.annotations.Nullable;

/** The one compression of answers, and how its answers are told from plain ones. RFC 9110, sections 8.8.3 and 12.5.3. */
public final class Gzip {

    private static final String CODING = "gzip";
    private static final String SUFFIX = "-" + CODING + "\"";
    private static final Choice CHOICE = new Choice();

    private Gzip() {}

    /** Whether an answer is compressed for a caller with this {@code Accept-Encoding}. */
    public static boolean isChosen(@Nullable String acceptEncoding) {
        return acceptEncoding != null && CODING.equals(CHOICE.determineEncoding(acceptEncoding));
    }

    /** The entity tag of the compressed answer: its bytes are others than those of the plain one. */
    public static String tag(String etag) {
        return etag.startsWith("W/") ? etag : etag.replaceFirst("\"$", SUFFIX);
    }

    /** The tag of the plain answer. */
    public static String plainTag(String etag) {
        return etag.endsWith(SUFFIX) ? etag.substring(0, etag.length() - SUFFIX.length()) + "\"" : etag;
    }

    /** Asks what the HTTP server asks when it compresses. */
    private static final class Choice extends HttpContentCompressor {

        Choice() {
            super(StandardCompressionOptions.gzip());
        }

        @Override
        protected @Nullable String determineEncoding(String acceptEncoding) {
            return super.determineEncoding(acceptEncoding);
        }
    }
}
