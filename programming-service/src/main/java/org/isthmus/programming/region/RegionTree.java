package org.isthmus.programming.region;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.values.PartialDate;
import org.jspecify.annotations.Nullable;

/** What regions may not do together: two of one writing, a parent that nobody knows, a region that contains itself. */
final class RegionTree {

    private RegionTree() {}

    /** Refuses a region that does not fit the others; its own earlier content is not among what it is held against. */
    static void refuseMisfit(RegionContent region, List<RegionContent> all) {
        List<RegionContent> others = all.stream()
                .filter(other -> !other.code().equals(region.code()))
                .toList();
        Writings writings = Writings.of(others);
        Faults faults = new Faults();
        PartialDate.requireOrder(faults, "", region.from(), region.to());
        requireOwn(region.code(), "/code", writings, faults);
        faults.each("/alsoWritten", region.alsoWritten(), (at, written) -> requireOwn(written, at, writings, faults));
        Set<String> seen = new HashSet<>();
        faults.each("/alsoWritten", region.alsoWritten(), (at, written) -> {
            String word = Writings.folded(String.valueOf(written));
            faults.require(seen.add(word), at, "named-twice", "A writing is named once.");
            faults.require(!word.equals("none"), at, "form", "Filters mean by 'none' what has none.");
        });
        String parent = region.parentCode();
        faults.require(
                parent == null || others.stream().anyMatch(other -> other.code().equals(parent)),
                "/parentCode",
                "region-unknown",
                "There is no other region '%s'.".formatted(parent));
        faults.require(!isLoop(region, others), "/parentCode", "parent-loop", "%s is a part of it.".formatted(parent));
        faults.refuseIfAny(Refusal.Kind.INVALID, "region-invalid", "The region does not fit the others");
    }

    private static void requireOwn(@Nullable String written, String pointer, Writings writings, Faults faults) {
        Optional<String> holder = written == null ? Optional.empty() : writings.find(written);
        faults.require(
                holder.isEmpty(),
                pointer,
                "writing-taken",
                "'%s' stands for %s.".formatted(written, holder.orElse("")));
    }

    private static boolean isLoop(RegionContent region, List<RegionContent> others) {
        Map<String, @Nullable String> parents = new HashMap<>();
        others.forEach(other -> parents.put(other.code(), other.parentCode()));
        List<String> seen = new ArrayList<>();
        for (String at = region.parentCode(); at != null && !seen.contains(at); at = parents.get(at)) {
            if (Objects.equals(parents.get(at), region.code())) {
                return true;
            }
            seen.add(at);
        }
        return false;
    }
}
