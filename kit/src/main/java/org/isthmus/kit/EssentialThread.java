package org.isthmus.kit;

import java.util.function.IntConsumer;
import org.jboss.logging.Logger;

/**
 * A thread without which the service only seems to live. When it ends by anything else than its own return, the process
 * ends, so that whoever runs it starts it again.
 */
public final class EssentialThread {

    /** EX_SOFTWARE of sysexits: a fault inside. */
    static final int EXIT_CODE = 70;

    private static final Logger LOG = Logger.getLogger(EssentialThread.class);

    private EssentialThread() {}

    public static Thread start(String name, Runnable body) {
        return start(name, body, Runtime.getRuntime()::halt);
    }

    static Thread start(String name, Runnable body, IntConsumer exit) {
        return Thread.ofPlatform().daemon().name(name).start(() -> {
            try {
                body.run();
            } catch (Throwable fatal) {
                end(name, fatal, exit);
            }
        });
    }

    /** Ends the process, whatever logging does. */
    public static void end(String name, Throwable fatal, IntConsumer exit) {
        try {
            LOG.fatalf(fatal, "%s has died; the process ends with exit code %d", name, EXIT_CODE);
        } finally {
            exit.accept(EXIT_CODE);
        }
    }
}
