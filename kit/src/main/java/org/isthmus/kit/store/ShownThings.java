package org.isthmus.kit.store;

import io.quarkus.arc.ClientProxy;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.isthmus.kit.access.Audience;
import org.isthmus.kit.commands.ReadableThings;

/** Finds by an address the thing that it names, among those of all rooms. */
@ApplicationScoped
class ShownThings implements ReadableThings {

    private static final Pattern THING =
            Pattern.compile("(/.+?)/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:/.*)?");

    private final Store store;
    private final Audience audience;

    ShownThings(Store store, Audience audience, Instance<PanacheRepositoryBase<?, ?>> rooms) {
        this.store = store;
        this.audience = audience;
        rooms.forEach(ClientProxy::unwrap); // a room says what it holds when it is first asked
    }

    @Override
    public void requireShown(String path) {
        Matcher thing = THING.matcher(path);
        if (!audience.isOfficial() && thing.matches()) {
            Reading<?> reading = store.readAt(thing.group(1));
            if (reading != null) {
                reading.requireShown(UUID.fromString(thing.group(2)));
            }
        }
    }
}
