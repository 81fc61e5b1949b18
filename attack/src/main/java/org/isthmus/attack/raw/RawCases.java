package org.isthmus.attack.raw;

import java.util.List;
import java.util.stream.Stream;

/** Every kind of request that two readers could understand differently, beside the nearest that all understand alike. */
public final class RawCases {

    private RawCases() {}

    public static List<RawCase> all() {
        return Stream.of(
                        LengthCases.all(),
                        CodingCases.all(),
                        ChunkCases.all(),
                        LineCases.all(),
                        HostCases.all(),
                        TargetCases.all(),
                        ConnectionCases.all(),
                        SizeCases.all())
                .flatMap(cases -> cases)
                .toList();
    }
}
