package org.isthmus.kit.framing;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** Who a client is, as far as its share of what all need goes: one household or office. */
public final class ClientAddress {

    private static final String NOBODY = "unknown";

    /** Addresses whose word on who asks is believed: {@code bits} of each count. */
    private record Network(byte[] address, int bits) {

        boolean holds(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((address[bit / 8] & mask) != (other[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private final List<Network> proxies;

    private ClientAddress(List<Network> proxies) {
        this.proxies = proxies;
    }

    static ClientAddress of(Config config) {
        return of(config.getOptionalValues("quarkus.http.proxy.trusted-proxies", String.class)
                .orElse(List.of()));
    }

    static ClientAddress of(List<String> proxies) {
        List<Network> networks = new ArrayList<>();
        proxies.forEach(proxy -> add(proxy, networks));
        return new ClientAddress(List.copyOf(networks));
    }

    private static void add(String proxy, List<Network> networks) {
        int slash = proxy.indexOf('/');
        try {
            for (InetAddress address : InetAddress.getAllByName(slash < 0 ? proxy : proxy.substring(0, slash))) {
                int all = address.getAddress().length * 8;
                int bits = slash < 0 ? all : Math.min(all, Integer.parseInt(proxy.substring(slash + 1)));
                networks.add(new Network(address.getAddress(), bits));
            }
        } catch (UnknownHostException | NumberFormatException unknown) {
            // whoever it is, it is not believed here; what checks the headers themselves tells it
        }
    }

    boolean isProxy(@Nullable SocketAddress peer) {
        return peer instanceof InetSocketAddress known
                && proxies.stream()
                        .anyMatch(proxy -> proxy.holds(known.getAddress().getAddress()));
    }

    /** One IPv4 address, or the first half of an IPv6 one. */
    public static String of(@Nullable String address) {
        if (address == null || !address.contains(":")) {
            return address == null ? NOBODY : address;
        }
        String[] groups = address.split(":", -1);
        return String.join(":", Arrays.copyOf(groups, Math.min(4, groups.length)));
    }

    static String of(@Nullable SocketAddress peer) {
        return peer instanceof InetSocketAddress known ? of(known.getAddress().getHostAddress()) : NOBODY;
    }
}
