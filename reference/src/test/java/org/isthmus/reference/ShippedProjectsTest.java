package org.isthmus.reference;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.isthmus.reference.Reading.code;
import static org.isthmus.reference.Reading.each;
import static org.isthmus.reference.Reading.record;
import static org.isthmus.reference.Reading.seeds;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The projects are those of the sources, merged where they are the same, and promise what the sources print. */
class ShippedProjectsTest {

    private static final String MEMO = "Memo of 18 November 2011: Cooperation with non-EU countries";

    @Test
    void holdsTheDocumentedAndThePublicProjectsMergedWhereTheyAreTheSame() {
        int merged = 4;
        int onlyNamedAsFollowUp = 1;

        assertThat(Shipped.of(Collection.PROJECTS)).hasSize(7 + 37 - merged + onlyNamedAsFollowUp);
        for (String reference : List.of("TI-MOLDOVA-2009", "GOING-BACK-MOVING-ON", "JMDI", "ACP-OBSERVATORY")) {
            assertThat(each(record(Collection.PROJECTS, reference), "sources").count())
                    .as(reference)
                    .isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void theContributionsOfTheMemoAddUpByLabelToWhatItPrints() {
        assertThat(ofMemo("EC contribution")).isEqualByComparingTo("23700000");
        assertThat(ofMemo("EU contribution")).isEqualByComparingTo("8000000");
    }

    @Test
    void theDocumentedProjectsBenefitTwentyCountries() {
        Set<String> countries = documented()
                .flatMap(project -> each(project, "countries"))
                .filter(country -> !country.path("role").asText().equals("PLACE_OF_ACTIVITY"))
                .map(code("code"))
                .collect(toSet());

        assertThat(countries)
                .containsExactlyInAnyOrder(
                        "AM", "AO", "AZ", "CD", "CM", "EG", "GE", "HT", "KE", "LS", "MD", "NG", "PG", "PH", "RU", "SN",
                        "TH", "TL", "TT", "TZ");
    }

    @Test
    void promisesTheCurrentContributionOfEachProjectOnceAndNothingElse() {
        List<String> promised = seeds(Collection.COMMITMENTS)
                .map(commitment -> commitment.body().path("project").asText()
                        + commitment.body().path("amount"))
                .toList();
        List<String> known = seeds(Collection.PROJECTS)
                .filter(project -> project.body().has("historicalStatus")) // PIPELINE has no booked money
                .flatMap(project -> each(project.body().path("contribution"), "figures")
                        .filter(figure -> figure.path("current").asBoolean())
                        .map(figure -> project.name() + figure.path("amount")))
                .toList();

        assertThat(promised).hasSize(27).containsExactlyInAnyOrderElementsOf(known);
        assertThat(seeds(Collection.COMMITMENTS))
                .allSatisfy(seed -> assertThat(seed.body().has("source")).isTrue());
    }

    @Test
    void aStatusIsPrintedOrFollowsFromAnEndOrIsUnknown() {
        List<String> unknown = seeds(Collection.PROJECTS)
                .filter(project ->
                        project.body().at("/historicalStatus/status").asText().equals("UNKNOWN"))
                .map(SeedRecord::name)
                .toList();
        List<String> running = seeds(Collection.PROJECTS)
                .filter(project ->
                        project.body().at("/historicalStatus/status").asText().equals("IMPLEMENTATION"))
                .map(SeedRecord::name)
                .toList();

        assertThat(unknown).hasSize(11).contains("I-MAP-II", "TI-GEORGIA-2011", "AENEAS-2004-MADRID-MINORS");
        assertThat(running).containsExactly("ACP-OBSERVATORY"); // its sources say so
    }

    @Test
    void aPromiseIsDatedByTheStartOfItsProjectAsFarAsThatIsKnown() {
        seeds(Collection.COMMITMENTS).map(SeedRecord::body).forEach(commitment -> {
            JsonNode start = record(
                            Collection.PROJECTS, commitment.path("project").asText())
                    .at("/period/start");
            assertThat(commitment.path("effectiveOn").asText()).isEqualTo(start.asText());
        });
    }

    private static BigDecimal ofMemo(String label) {
        return documented()
                .map(project -> project.path("contribution"))
                .filter(contribution -> contribution.path("label").asText().equals(label))
                .flatMap(contribution -> each(contribution, "figures"))
                .filter(figure -> figure.at("/source/document").asText().startsWith(MEMO))
                .map(figure -> new BigDecimal(figure.at("/amount/amount").asText()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Stream<JsonNode> documented() {
        return seeds(Collection.PROJECTS)
                .<JsonNode>map(SeedRecord::body)
                .filter(project -> project.at("/sources/0/document").asText().startsWith(MEMO));
    }
}
