package org.isthmus.reference;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.isthmus.reference.Reading.code;
import static org.isthmus.reference.Reading.visit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each source says who published it, in which language, and what kind of document it is. */
class ShippedSourcesTest {

    private static final String MEMO =
            "Memo of 18 November 2011: Cooperation with non-EU countries in the Global Approach to Migration and Mobility";
    private static final String SUMMARY =
            "Summary of EU legislation: Cooperation with Non-EU Member Countries in the areas of migration and asylum";
    private static final String SEVERAL_ACTS =
            "Country lists of Regulations (EC) No 1638/2006 and 1905/2006 and of the ACP-EC Partnership Agreement";

    /** Nobody can say more of what nobody has. */
    private static final Set<String> NOT_AT_HAND = Set.of(
            "No document read: 384 less 205 million",
            "No document read: recalled thematic total of the DCI less its other thematic programmes",
            "Press, article not kept");

    @Test
    void eachSaysItsKind() {
        assertThat(without("kind")).isEmpty();
    }

    @Test
    void eachSaysItsPublisherAndLanguageButForWhatIsNotAtHand() {
        assertThat(without("publisher")).isEqualTo(NOT_AT_HAND);
        assertThat(without("language")).isEqualTo(NOT_AT_HAND);
    }

    @Test
    void ofTheDocumentsAtHandTheMemoAndTheSummaryHaveNoAddress() {
        assertThat(without("url"))
                .containsAll(NOT_AT_HAND)
                .filteredOn(document -> !NOT_AT_HAND.contains(document) && !document.equals(SEVERAL_ACTS))
                .containsExactlyInAnyOrder(MEMO, SUMMARY);
    }

    @Test
    void oneDocumentIsDescribedAlikeWhereverItIsNamed() {
        Map<String, Set<String>> described = sources()
                .collect(groupingBy(
                        source -> source.path("document").asText()
                                + source.path("url").asText(),
                        mapping(
                                source -> Stream.of("publisher", "language", "kind")
                                        .map(member -> source.path(member).asText())
                                        .toList()
                                        .toString(),
                                toSet())));

        assertThat(described.values())
                .allSatisfy(descriptions -> assertThat(descriptions).hasSize(1));
    }

    @Test
    void eachRelationSaysWhereItIsRead() {
        assertThat(Shipped.relations())
                .allSatisfy(relation -> assertThat(
                                relation.body().at("/source/document").asText())
                        .isNotBlank());
    }

    private static Set<String> without(String member) {
        Predicate<JsonNode> hasIt = source -> source.has(member);
        return sources().filter(hasIt.negate()).map(code("document")).collect(toSet());
    }

    private static Stream<JsonNode> sources() {
        List<JsonNode> sources = new ArrayList<>();
        Stream.concat(Stream.of(Collection.values()).flatMap(Reading::seeds), Shipped.relations().stream())
                .forEach(seed -> visit(seed.body(), node -> {
                    if (node.has("document")) {
                        sources.add(node);
                    }
                }));
        return sources.stream();
    }
}
