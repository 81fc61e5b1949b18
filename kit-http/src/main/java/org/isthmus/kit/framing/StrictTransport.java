package org.isthmus.kit.framing;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.RecvByteBufAllocator;
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

/**
 * A transport on which each connection that is accepted begins with a {@link RequestReader} and its clock, and of which no client
 * has more than its share; else it is the one within.
 */
final class StrictTransport implements Transport {

    private final Transport within;
    private final Accepted accepted;

    StrictTransport(Transport within, Limits limits, Deadlines deadlines, Clients clients) {
        this.within = within;
        accepted = new Accepted(limits, deadlines, clients);
    }

    @Override
    public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean isDomainSocket) {
        ChannelFactory<? extends ServerChannel> factory = within.serverChannelFactory(isDomainSocket);
        return () -> {
            ServerChannel server = factory.newChannel();
            server.pipeline().addLast(accepted);
            return server;
        };
    }

    /** One read of a connection, then it is the turn of the next: who sends much keeps nobody waiting. */
    private static final RecvByteBufAllocator A_LITTLE = new FixedRecvByteBufAllocator(16_384).maxMessagesPerRead(1);

    @ChannelHandler.Sharable
    private static final class Accepted extends ChannelInboundHandlerAdapter {

        private final Limits limits;
        private final Deadlines deadlines;
        private final Clients clients;

        Accepted(Limits limits, Deadlines deadlines, Clients clients) {
            this.limits = limits;
            this.deadlines = deadlines;
            this.clients = clients;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object accepted) {
            Channel channel = (Channel) accepted;
            boolean isProxy = clients.addresses().isProxy(channel.remoteAddress());
            if (isProxy || isWithinItsQuota(channel)) {
                channel.config().setRecvByteBufAllocator(A_LITTLE);
                RequestReader reader = new RequestReader(limits, clients);
                channel.pipeline().addLast(new ClientClock(deadlines, reader, isProxy), reader);
                context.fireChannelRead(accepted);
            } else {
                channel.unsafe().closeForcibly();
            }
        }

        private boolean isWithinItsQuota(Channel channel) {
            String client = ClientAddress.of(channel.remoteAddress());
            if (!clients.connections().takes(client)) {
                return false;
            }
            channel.closeFuture().addListener(closed -> clients.connections().gives(client));
            return true;
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
