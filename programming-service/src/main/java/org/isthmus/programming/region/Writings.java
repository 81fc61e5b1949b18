package org.isthmus.programming.region;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How regions are written, by code, title or otherwise, and the one code that each writing stands for. */
record Writings(Map<String, String> codes) {

    static Writings of(List<RegionContent> regions) {
        Map<String, String> codes = new HashMap<>();
        for (RegionContent region : regions) {
            region.alsoWritten().forEach(written -> codes.putIfAbsent(folded(written), region.code()));
        }
        regions.forEach(region -> codes.put(folded(region.code()), region.code()));
        return new Writings(codes);
    }

    Optional<String> find(String written) {
        return Optional.ofNullable(codes.get(folded(written)));
    }

    static String folded(String written) {
        return written.strip().toLowerCase(Locale.ROOT);
    }
}
