package org.isthmus.kit.framing;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.InternetProtocolFamily;
import io.vertx.core.datagram.DatagramSocketOptions;
import io.vertx.core.net.ClientOptionsBase;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.spi.transport.Transport;
import java.net.SocketAddress;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/** A transport on which each connection that is accepted begins with a {@link RequestReader}; else it is the one within. */
final class StrictTransport implements Transport {

    private final Transport within;
    private final Limits limits;

    StrictTransport(Transport within, Limits limits) {
        this.within = within;
        this.limits = limits;
    }

    @Override
    public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean isDomainSocket) {
        ChannelFactory<? extends ServerChannel> factory = within.serverChannelFactory(isDomainSocket);
        return () -> {
            ServerChannel server = factory.newChannel();
            server.pipeline().addLast(new Accepted(limits));
            return server;
        };
    }

    @ChannelHandler.Sharable
    private static final class Accepted extends ChannelInboundHandlerAdapter {

        private final Limits limits;

        Accepted(Limits limits) {
            this.limits = limits;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object accepted) {
            ((Channel) accepted).pipeline().addLast(new RequestReader(limits));
            context.fireChannelRead(accepted);
        }
    }

    @Override
    public boolean supportsDomainSockets() {
        return within.supportsDomainSockets();
    }

    @Override
    public boolean supportFileRegion() {
        return within.supportFileRegion();
    }

    @Override
    public boolean isAvailable() {
        return within.isAvailable();
    }

    @Override
    public @Nullable Throwable unavailabilityCause() {
        return within.unavailabilityCause();
    }

    @Override
    public SocketAddress convert(io.vertx.core.net.SocketAddress address) {
        return within.convert(address);
    }

    @Override
    public io.vertx.core.net.@Nullable SocketAddress convert(SocketAddress address) {
        return within.convert(address);
    }

    @Override
    public EventLoopGroup eventLoopGroup(int type, int threads, ThreadFactory factory, int ioRatio) {
        return within.eventLoopGroup(type, threads, factory, ioRatio);
    }

    @Override
    public DatagramChannel datagramChannel() {
        return within.datagramChannel();
    }

    @Override
    public DatagramChannel datagramChannel(InternetProtocolFamily family) {
        return within.datagramChannel(family);
    }

    @Override
    public ChannelFactory<? extends Channel> channelFactory(boolean isDomainSocket) {
        return within.channelFactory(isDomainSocket);
    }

    @Override
    public void configure(DatagramChannel channel, DatagramSocketOptions options) {
        within.configure(channel, options);
    }

    @Override
    public void configure(ClientOptionsBase options, boolean isDomainSocket, Bootstrap bootstrap) {
        within.configure(options, isDomainSocket, bootstrap);
    }

    @Override
    public void configure(NetServerOptions options, boolean isDomainSocket, ServerBootstrap bootstrap) {
        within.configure(options, isDomainSocket, bootstrap);
    }
}
