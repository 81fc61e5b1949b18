package org.isthmus.kit;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Identifiers of everything: UUID version 7, so that they grow with time and index well. */
public final class Ids {

    private Ids() {}

    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
