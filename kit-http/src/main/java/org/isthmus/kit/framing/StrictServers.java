package org.isthmus.kit.framing;

import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.spi.VertxServiceProvider;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Puts the strict reading before every server of this process, the only place where nothing has read a byte yet. */
public final class StrictServers implements VertxServiceProvider {

    @Override
    public void init(VertxBuilder builder) {
        Config config = ConfigProvider.getConfig();
        Clients clients = Clients.of(config);
        Framing.watch(clients);
        builder.findTransport(
                new StrictTransport(builder.findTransport(), Limits.of(config), Deadlines.of(config), clients));
    }
}
