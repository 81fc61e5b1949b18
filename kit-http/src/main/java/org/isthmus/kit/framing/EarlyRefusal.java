package org.isthmus.kit.framing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import org.isthmus.kit.problem.ProblemType;
import org.isthmus.kit.trace.Trace;

/** The bytes that answer a request which could not be answered in time; all but the ids of the answer is the same for everybody. */
final class EarlyRefusal {

    private static final String CODE = "overloaded";
    private static final String PROBLEM =
            "{\"type\":\"%s\",\"title\":\"%s\",\"status\":503,\"detail\":\"%s\",\"code\":\"%s\",\"traceId\":\""
                    .formatted(ProblemType.of(CODE), ProblemType.title(CODE), Gate.DETAIL, CODE);
    private static final int TRACE_ID = 32;
    private static final String HEAD = ("HTTP/1.1 503 Service Unavailable\r\nContent-Type: %s\r\nContent-Length: %d\r\n"
                    + "Cache-Control: no-store\r\nRetry-After: %s\r\nX-Content-Type-Options: nosniff\r\n"
                    + "Access-Control-Allow-Origin: *\r\n")
            .formatted(ProblemType.MEDIA_TYPE, PROBLEM.getBytes(ISO_8859_1).length + TRACE_ID + 2, Gate.RETRY_SECONDS);

    private EarlyRefusal() {}

    static ByteBuf of(ByteBufAllocator memory) {
        Trace trace = Trace.fresh();
        ByteBuf bytes = memory.buffer(HEAD.length() + PROBLEM.length() + 256);
        bytes.writeCharSequence(HEAD, ISO_8859_1);
        bytes.writeCharSequence("X-Request-Id: " + trace.requestId(), ISO_8859_1);
        bytes.writeCharSequence("\r\ntraceparent: " + trace.traceparent() + "\r\n\r\n", ISO_8859_1);
        bytes.writeCharSequence(PROBLEM + trace.traceId() + "\"}", ISO_8859_1);
        return bytes;
    }
}
