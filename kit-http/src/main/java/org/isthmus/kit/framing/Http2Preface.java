package org.isthmus.kit.framing;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http2.Http2CodecUtil;

/** The first bytes of a connection that speaks HTTP/2 from its beginning: RFC 9113, section 3.4. */
final class Http2Preface {

    private Http2Preface() {}

    /** Whether what has come may become it. */
    static boolean begins(ByteBuf in) {
        ByteBuf preface = Http2CodecUtil.connectionPrefaceBuf();
        int come = Math.min(in.readableBytes(), preface.readableBytes());
        return ByteBufUtil.equals(in, in.readerIndex(), preface, preface.readerIndex(), come);
    }

    static boolean isWhole(ByteBuf in) {
        return in.readableBytes() >= Http2CodecUtil.connectionPrefaceBuf().readableBytes();
    }
}
