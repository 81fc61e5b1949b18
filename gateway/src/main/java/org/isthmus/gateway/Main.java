package org.isthmus.gateway;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.isthmus.gateway.admission.Bounds;

/** Starts the gateway. */
@QuarkusMain
public class Main {

    /** The server refuses an address that is not well formed without a word; {@link Bounds} refuses it with a problem. */
    static final String SERVER_CHECK_OFF = "vertx.disableURIValidation";

    public static void main(String[] args) {
        System.setProperty(SERVER_CHECK_OFF, "true");
        Quarkus.run(args);
    }
}
