package org.isthmus.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.isthmus.bench.GeneratedEntry.Kind;
import org.isthmus.bench.GeneratedProject.Share;
import org.jspecify.annotations.Nullable;

/**
 * Projects and their money, the same for the same seed on every machine.
 *
 * <p>They are as unlike each other as those of the reference data: a fifth stands under umbrellas, up to three deep; every
 * tenth country, strand, end or contribution is unknown; some shares are printed and add up to 100, others are unknown.
 * Codes are those of the reference data. The project of a number does not depend on how many there are.
 */
final class Generator {

    static final int DEEPEST = 3;
    /** A word that one project of a thousand has. */
    static final String RARE = "quinquennial";

    private static final List<String> STRANDS = List.of(
            "migration-development",
            "economic-migration",
            "illegal-migration-readmission",
            "asylum-protection",
            "migrant-protection");
    private static final List<String> COUNTRIES =
            List.of("MD", "UA", "GE", "BY", "AM", "AZ", "MA", "TN", "DZ", "EG", "LY", "ML", "SN", "GH", "NG", "PH");
    private static final List<String> STATUSES = List.of(
            "CLOSED", "CLOSED", "CLOSED", "CLOSED", "IMPLEMENTATION", "IMPLEMENTATION", "FINALISATION", "CANCELLED");
    private static final List<String> WORDS = List.of(
            "mobility",
            "protection",
            "return",
            "labour",
            "asylum",
            "border",
            "capacity",
            "local",
            "authorities",
            "diaspora",
            "remittances",
            "health",
            "training",
            "readmission",
            "trafficking",
            "children",
            "networks",
            "governance");

    private final long seed;

    Generator(long seed) {
        this.seed = seed;
    }

    Stream<GeneratedProject> projects(int count) {
        return IntStream.range(0, count).mapToObj(this::project);
    }

    GeneratedProject project(int number) {
        RandomGenerator random = random(number, 1);
        Integer start = isUnknown(random) ? null : Integer.valueOf(random.nextInt(2001, 2014));
        Integer end = start == null || isUnknown(random) ? null : Integer.valueOf(start + random.nextInt(1, 6));
        return new GeneratedProject(
                number,
                new UUID(random.nextLong() & ~0xF000L | 0x7000L, random.nextLong() >>> 2 | Long.MIN_VALUE),
                words(random, 5),
                words(random, 40) + (number % 1000 == 7 ? " " + RARE : ""),
                STATUSES.get(random.nextInt(STATUSES.size())),
                random.nextInt(20) > 0,
                umbrella(number),
                depth(number),
                shares(random, STRANDS, 2),
                shares(random, COUNTRIES, 4),
                start,
                end,
                isUnknown(random) ? null : BigDecimal.valueOf(random.nextLong(1_000_000, 500_000_000), 2));
    }

    /** What happened to the money of a project, in the order of days; nothing where its contribution is unknown. */
    List<GeneratedEntry> entries(GeneratedProject project) {
        if (project.contribution() == null) {
            return List.of();
        }
        RandomGenerator random = random(project.number(), 2);
        LocalDate on = LocalDate.of(project.start() == null ? 2010 : project.start(), 1, 1)
                .plusDays(random.nextInt(300));
        List<GeneratedEntry> entries = new ArrayList<>();
        entries.add(new GeneratedEntry(Kind.COMMIT, project.contribution(), on));
        BigDecimal left = project.contribution();
        for (int i = random.nextInt(4); i > 0; i--) {
            BigDecimal given =
                    left.multiply(BigDecimal.valueOf(random.nextInt(1, 20), 2)).setScale(2, RoundingMode.UP);
            on = on.plusDays(random.nextInt(1, 200));
            entries.add(new GeneratedEntry(Kind.DECOMMIT, given, on));
            if (random.nextInt(3) == 0) {
                entries.add(new GeneratedEntry(Kind.REVERSE, given, on));
            } else {
                left = left.subtract(given);
            }
        }
        return entries;
    }

    /** Every fifth project is part of one before it. */
    private @Nullable Integer umbrella(int number) {
        if (number % 5 != 4) {
            return null;
        }
        int above = random(number, 3).nextInt(Math.max(0, number - 1000), number);
        return depth(above) < DEEPEST ? Integer.valueOf(above) : null;
    }

    private int depth(int number) {
        Integer above = umbrella(number);
        return above == null ? 0 : depth(above) + 1;
    }

    /** Of several codes half have printed shares, which make the whole, and half none. */
    private static List<Share> shares(RandomGenerator random, List<String> codes, int most) {
        if (isUnknown(random)) {
            return List.of();
        }
        int first = random.nextInt(codes.size());
        int count = random.nextInt(1, most + 1);
        boolean known = count == 1 || random.nextBoolean();
        BigDecimal each = new BigDecimal("100.0000").divide(BigDecimal.valueOf(count), 4, RoundingMode.DOWN);
        BigDecimal rest = new BigDecimal("100.0000").subtract(each.multiply(BigDecimal.valueOf(count - 1L)));
        return IntStream.range(0, count)
                .mapToObj(i -> new Share(codes.get((first + i) % codes.size()), !known ? null : i == 0 ? rest : each))
                .toList();
    }

    private static String words(RandomGenerator random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : " ").append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return text.toString();
    }

    private static boolean isUnknown(RandomGenerator random) {
        return random.nextInt(10) == 0;
    }

    /** Each project has streams of its own, so that none depends on what was drawn for another. */
    private RandomGenerator random(int number, int stream) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed * 1_000_003 + number * 31L + stream);
    }
}
