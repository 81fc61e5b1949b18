package org.isthmus.kit.framing;

import org.eclipse.microprofile.config.Config;

/**
 * How much of a request's head is read, the same at the gateway and at each service.
 *
 * @param uri characters of the address
 * @param headers bytes of the header fields, without those that the gateway adds
 * @param proxies how many proxies stand before the gateway and add to what a caller says of its address
 * @param isHttp2 whether a connection may begin with HTTP/2
 * @param held bytes of a request that wait for its end before anybody sees it; a longer one is passed on as it comes
 */
record Limits(int uri, int headers, int proxies, boolean isHttp2, int held) {

    /** Fields that a client sends are few; each of many costs more than its bytes. */
    static final int FIELDS = 100;

    static Limits of(Config config) {
        return new Limits(
                config.getValue("isthmus.limits.uri", Integer.class),
                config.getValue("isthmus.limits.headers", Integer.class),
                config.getValue("isthmus.proxies", Integer.class),
                config.getValue("quarkus.http.http2", Boolean.class),
                config.getValue("isthmus.limits.held", Integer.class));
    }
}
