package org.isthmus.kit.lists;

import static java.util.stream.Collectors.joining;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads {@code Accept} as RFC 9110, section 12.5.1, has it, before a resource is looked for: of the ranges that fit a
 * format the most specific one counts, {@code q=0} refuses it, and an empty header is none.
 *
 * <p>What is read later names the formats that the caller takes, the best first. A problem is told as a problem whatever
 * the caller takes.
 */
@ApplicationScoped
class AcceptHeader {

    /** No resource answers with it, so one that is there refuses the request. */
    private static final String NOTHING = "application/problem+json";

    /** @param place where the caller named it */
    private record Range(String type, double quality, int place) {

        static Range of(String text, int place) {
            String[] parts = text.toLowerCase(Locale.ROOT).split(";", -1);
            String type = parts[0].strip();
            double quality = Arrays.stream(parts)
                    .skip(1)
                    .map(String::strip)
                    .filter(parameter -> parameter.matches("q\\s*=.*"))
                    .findFirst()
                    .map(parameter -> quality(parameter.replaceFirst("q\\s*=\\s*", "")))
                    .orElse(1.0);
            return new Range(type.equals("*") ? "*/*" : type, quality, place);
        }

        /** One that is no number says nothing. */
        private static double quality(String text) {
            return text.matches("[01]?\\.[0-9]*|[01]") && !text.equals(".") ? Double.parseDouble(text) : 1;
        }

        boolean fits(Format format) {
            return type.equals(format.mediaType())
                    || isWildcard() && format.mediaType().startsWith(prefix());
        }

        private boolean isWildcard() {
            return type.endsWith("/*");
        }

        private String prefix() {
            return type.equals("*/*") ? "" : type.substring(0, type.length() - 1);
        }

        private int specificity() {
            return isWildcard() ? prefix().length() : Integer.MAX_VALUE;
        }
    }

    private record Choice(Format format, Range range) {}

    void install(@Observes Router router) {
        router.route("/v1/*").order(Integer.MIN_VALUE + 3).handler(context -> {
            rewrite(context.request().headers());
            context.next();
        });
    }

    private static void rewrite(MultiMap headers) {
        String accepted = String.join(",", headers.getAll(HttpHeaders.ACCEPT));
        if (accepted.replace(",", "").isBlank()) {
            headers.remove(HttpHeaders.ACCEPT);
        } else {
            headers.set(HttpHeaders.ACCEPT, taken(accepted));
        }
    }

    /** The media types of our formats that the caller takes, the best first; equally good ones as the caller named them. */
    static String taken(String accepted) {
        String[] texts = accepted.split(",");
        List<Range> ranges = IntStream.range(0, texts.length)
                .mapToObj(place -> Range.of(texts[place], place))
                .toList();
        String taken = Stream.of(Format.values())
                .flatMap(format -> choice(format, ranges).stream())
                .filter(choice -> choice.range().quality() > 0)
                .sorted(Comparator.comparingDouble(
                                (Choice choice) -> -choice.range().quality())
                        .thenComparingInt(choice -> choice.range().place()))
                .map(choice ->
                        choice.format().mediaType() + ";q=" + choice.range().quality())
                .collect(joining(", "));
        return taken.isEmpty() ? NOTHING : taken;
    }

    private static Optional<Choice> choice(Format format, List<Range> ranges) {
        return ranges.stream()
                .filter(range -> range.fits(format))
                .max(Comparator.comparingInt(Range::specificity))
                .map(range -> new Choice(format, range));
    }
}
