package org.isthmus.kit.start;

import java.util.Arrays;
import java.util.regex.Pattern;

/** An IPv4 address in the spellings that C libraries take: one to four numbers, each decimal, octal or hexadecimal. */
final class NumericAddress {

    private static final Pattern NUMBERS =
            Pattern.compile("(0x[0-9a-f]{1,8}|[0-9]{1,12})(\\.(0x[0-9a-f]{1,8}|[0-9]{1,12})){0,3}");
    private static final int PARTS = 4;
    private static final int BITS = 8;

    private NumericAddress() {}

    /** The same with four decimal numbers; what is no such address stays as it is. */
    static String plain(String host) {
        if (!NUMBERS.matcher(host).matches()) {
            return host;
        }
        try {
            long[] parts =
                    Arrays.stream(host.split("\\.")).mapToLong(Long::decode).toArray();
            long address = parts[parts.length - 1]; // The last one fills what is left.
            for (int i = 0; i < parts.length - 1; i++) {
                address |= parts[i] << (BITS * (PARTS - 1 - i));
            }
            return "%d.%d.%d.%d".formatted(address >> 24 & 255, address >> 16 & 255, address >> 8 & 255, address & 255);
        } catch (NumberFormatException notOctal) {
            return host;
        }
    }
}
