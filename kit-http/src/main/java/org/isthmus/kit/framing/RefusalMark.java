package org.isthmus.kit.framing;

import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;

/**
 * The mark of a request that stands in the place of one that was refused, so that it is answered in its turn and as any other.
 * No client can write it.
 */
final class RefusalMark extends DecoderResult {

    private final transient MalformedMessage fault;

    private RefusalMark(MalformedMessage fault) {
        super(SIGNAL_SUCCESS);
        this.fault = fault;
    }

    MalformedMessage fault() {
        return fault;
    }

    static DefaultHttpRequest of(RequestHead head, MalformedMessage fault) {
        DefaultHttpRequest request =
                new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.valueOf(head.method()), head.path());
        request.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        request.setDecoderResult(new RefusalMark(fault));
        return request;
    }
}
