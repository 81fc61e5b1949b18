package org.isthmus.gateway.settings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be set: which service answers which paths, and how much of everything is let through. */
@ConfigMapping(prefix = "gateway")
public interface Settings {

    Map<String, Service> services();

    Limits limits();

    Rates rates();

    /** Where clients get their tokens; only shown. */
    URI tokenUrl();

    /** Origins whose pages may also write; any origin may read. */
    Optional<List<String>> writingOrigins();

    /** Addresses that may read the metrics, beside this machine's own. */
    Optional<List<String>> metricsReaders();

    interface Service {
        URI url();

        /** Each one covers itself and everything below it. */
        List<String> paths();
    }

    interface Limits {
        /** As much as a service reads. */
        @WithDefault("10485760")
        long body();

        @WithDefault("8192")
        int uri();

        @WithDefault("16384")
        int headers();

        /** Requests that one service works on at once: of those that read, and as many of all others. */
        @WithDefault("16")
        int atOnce();

        /** Connections to one service for reading. */
        @WithDefault("64")
        int connections();

        /** Connections to one service for everything else, so that neither can keep the other waiting. */
        @WithDefault("32")
        int writers();

        /** Requests that may wait for a connection to one service, however fast it is. */
        @WithDefault("512")
        int waiting();

        /** How long one may wait. */
        @WithDefault("100ms")
        Duration patience();

        @WithDefault("2s")
        Duration connect();

        /** How long a service may stay silent, before its answer or within it. */
        @WithDefault("60s")
        Duration silence();
    }

    /** Requests per minute, none meaning no limit. */
    interface Rates {
        @WithDefault("6000")
        long anonymous();

        @WithDefault("60000")
        long caller();
    }
}
