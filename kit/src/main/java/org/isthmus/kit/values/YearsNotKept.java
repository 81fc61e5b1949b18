package org.isthmus.kit.values;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The years before this installation kept its books: only of them facts of the past are entered from documents. */
@ApplicationScoped
public class YearsNotKept {

    private final String written;
    private final Set<Integer> years;

    /** @param written years and ranges of them, such as {@code 1990-2012, 2014} */
    public YearsNotKept(@ConfigProperty(name = "isthmus.years-not-kept") Optional<String> written) {
        this.written = written.orElse("");
        years = Stream.of(this.written.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .flatMap(YearsNotKept::range)
                .collect(Collectors.toSet());
    }

    private static Stream<Integer> range(String part) {
        int[] ends = Arrays.stream(part.split("-"))
                .map(String::strip)
                .mapToInt(Integer::parseInt)
                .toArray();
        return IntStream.rangeClosed(ends[0], ends[ends.length - 1]).boxed();
    }

    public boolean contains(int year) {
        return years.contains(year);
    }

    /** For a sentence. */
    public String words() {
        return years.isEmpty() ? "no year" : written;
    }
}
