package org.isthmus.gateway;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A gateway behind two proxies of this machine, of which the nearer may speak HTTP/2. */
public class BehindProxies implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.http.http2", "true",
                "quarkus.http.proxy.trusted-proxies", "127.0.0.1",
                "isthmus.proxies", "2");
    }
}
