package org.isthmus.kit.framing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import org.isthmus.kit.problem.ProblemType;
import org.isthmus.kit.trace.Trace;

/** The bytes of an answer for a request that was refused where nobody behind can answer it. */
final class PlainRefusal {

    private PlainRefusal() {}

    static ByteBuf of(ByteBufAllocator memory, MalformedMessage fault) {
        Trace trace = Trace.fresh();
        String problem =
                "{\"type\":\"%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\",\"code\":\"%s\",\"traceId\":\"%s\"}"
                        .formatted(
                                ProblemType.of(fault.code()),
                                ProblemType.title(fault.code()),
                                fault.status(),
                                fault.detail(),
                                fault.code(),
                                trace.traceId());
        String head =
                "HTTP/1.1 %d Refused\r\nContent-Type: %s\r\nContent-Length: %d\r\nX-Request-Id: %s%s\r\nConnection: close\r\n\r\n"
                        .formatted(
                                fault.status(),
                                ProblemType.MEDIA_TYPE,
                                problem.getBytes(UTF_8).length,
                                trace.requestId(),
                                fault.status() == 429 ? "\r\nRetry-After: 5" : "");
        ByteBuf bytes = memory.buffer(head.length() + problem.length());
        bytes.writeCharSequence(head + problem, UTF_8);
        return bytes;
    }
}
