package org.isthmus.reference;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.isthmus.reference.Reading.code;
import static org.isthmus.reference.Reading.each;
import static org.isthmus.reference.Reading.given;
import static org.isthmus.reference.Reading.names;
import static org.isthmus.reference.Reading.record;
import static org.isthmus.reference.Reading.seeds;
import static org.isthmus.reference.Reading.thematic;
import static org.isthmus.reference.Reading.visit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The reference data is complete, agrees with itself, and says where each figure comes from. */
class ShippedTest {

    @Test
    void holdsTheThreeProgrammesInTheirChain() {
        assertThat(seeds(Collection.PROGRAMMES).map(SeedRecord::name))
                .containsExactly("B7-667", "AENEAS", "THEMATIC-MIGR");
        assertThat(record(Collection.PROGRAMMES, "AENEAS")
                        .path("predecessorCode")
                        .asText())
                .isEqualTo("B7-667");
        assertThat(thematic().path("predecessorCode").asText()).isEqualTo("AENEAS");
    }

    @Test
    void holdsFiveStrandsWithTwentyMeasuresAndFiveDimensions() {
        assertThat(each(thematic(), "strands")
                        .map(strand -> strand.path("measures").size()))
                .containsExactly(5, 3, 5, 3, 4);
        assertThat(thematic().path("dimensions")).hasSize(5);
    }

    @Test
    void holdsEveryCountryOfTheInstrumentsAndThoseOfPlacesAndOrganisations() {
        Map<String, List<String>> byInstrument = seeds(Collection.COUNTRIES)
                .flatMap(country -> each(country.body(), "instruments"))
                .map(instrument -> instrument.path("instrument").asText())
                .collect(groupingBy(name -> name));

        assertThat(byInstrument.get("ENPI")).hasSize(17);
        assertThat(byInstrument.get("DCI")).hasSize(48);
        assertThat(byInstrument.get("EDF (ACP)")).hasSize(78);
        assertThat(Shipped.of(Collection.COUNTRIES)).hasSize(17 + 48 + 78 + 22);
    }

    @Test
    void namesNothingTwice() {
        for (Collection collection : Collection.values()) {
            assertThat(seeds(collection).map(SeedRecord::name))
                    .as(collection.words())
                    .doesNotHaveDuplicates()
                    .doesNotContain("");
        }
    }

    @Test
    void namesNothingThatIsNotThere() {
        Set<String> countries = names(Collection.COUNTRIES);
        Set<String> organisations = names(Collection.ORGANISATIONS);
        Set<String> programmes = names(Collection.PROGRAMMES);
        Set<String> strands = each(thematic(), "strands").map(code("code")).collect(toSet());

        seeds(Collection.PROJECTS).map(SeedRecord::body).forEach(project -> {
            assertThat(each(project, "countries").map(code("code"))).isSubsetOf(countries);
            assertThat(each(project, "strands").map(code("code"))).isSubsetOf(strands);
            assertThat(Stream.concat(each(project, "organisations"), each(project, "coFinanciers"))
                            .map(code("organisationReference")))
                    .isSubsetOf(organisations);
            assertThat(project.path("programmeCode").asText("AENEAS")).isIn(programmes);
        });
        assertThat(given(Collection.ORGANISATIONS, "country")).isSubsetOf(countries);
        assertThat(given(Collection.ORGANISATIONS, "parentReference")).isSubsetOf(organisations);
        assertThat(given(Collection.COMMITMENTS, "project")).isSubsetOf(names(Collection.PROJECTS));
        assertThat(given(Collection.INDICATIVE_PROGRAMMES, "strategyPaperReference"))
                .isSubsetOf(names(Collection.STRATEGY_PAPERS));
        assertThat(given(Collection.EVALUATIONS, "feeds")).isSubsetOf(names(Collection.STRATEGY_PAPERS));
        assertThat(Shipped.relations())
                .hasSize(4)
                .allSatisfy(relation -> assertThat(List.of(
                                relation.name(), relation.body().path("other").asText()))
                        .isSubsetOf(names(Collection.PROJECTS)));
    }

    @Test
    void projectsAndMeasuresAreClassifiedByTermsThatAreThere() {
        Map<String, List<String>> terms = seeds(Collection.VOCABULARY_TERMS)
                .map(SeedRecord::body)
                .collect(groupingBy(code("scheme"), mapping(code("code"), toList())));
        assertThat(terms.get("global-approach")).hasSize(4);
        assertThat(terms.get("theme")).hasSize(9);
        assertThat(terms).containsKeys("target-group", "instrument", "route");

        seeds(Collection.PROJECTS)
                .flatMap(project -> each(project.body(), "classifications"))
                .forEach(term -> assertThat(
                                terms.getOrDefault(term.path("scheme").asText(), List.of()))
                        .contains(term.path("code").asText()));
        assertThat(each(record(Collection.PROJECTS, "ACP-OBSERVATORY"), "classifications")
                        .filter(term -> term.path("scheme").asText().equals("theme"))
                        .map(code("code")))
                .containsExactlyInAnyOrderElementsOf(terms.get("theme"));
    }

    @Test
    void sharesMakeUpTheWholeOrAreNotGiven() {
        seeds(Collection.PROJECTS)
                .forEach(project -> Stream.of("strands", "countries").forEach(list -> {
                    List<BigDecimal> shares = each(project.body(), list)
                            .filter(part -> part.has("share"))
                            .map(part -> new BigDecimal(part.path("share").asText()))
                            .toList();
                    if (!shares.isEmpty()) {
                        assertThat(shares)
                                .as(project.words())
                                .hasSize(project.body().path(list).size());
                        assertThat(shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                                .as(project.words())
                                .isEqualByComparingTo("100");
                    }
                }));
    }

    @Test
    void everyFigureNamesItsDocument() {
        for (Collection collection : List.of(
                Collection.PROGRAMMES, Collection.INDICATIVE_PROGRAMMES, Collection.PROJECTS, Collection.COMMITMENTS)) {
            seeds(collection)
                    .forEach(seed -> visit(seed.body(), node -> {
                        boolean isMoney = node.has("currency");
                        if (node.has("current") || (node.has("amount") && !isMoney)) {
                            assertThat(node.at("/source/document").asText())
                                    .as(seed.words())
                                    .isNotBlank();
                        }
                    }));
        }
    }

    @Test
    void oneOfTheFiguresForOneThingIsCurrent() {
        for (String thing : List.of("period", "contribution", "totalCost")) {
            seeds(Collection.PROJECTS)
                    .filter(project -> project.body().has(thing))
                    .forEach(project -> assertThat(each(project.body().path(thing), "figures")
                                    .filter(figure -> figure.path("current").asBoolean()))
                            .as("%s of %s", thing, project.name())
                            .hasSize(1));
        }
        seeds(Collection.PROGRAMMES)
                .flatMap(programme -> each(programme.body(), "envelopes")
                        .collect(groupingBy(figure -> programme.name()
                                + figure.path("label")
                                + figure.path("period")
                                + figure.path("region")))
                        .entrySet()
                        .stream())
                .forEach(thing -> assertThat(thing.getValue())
                        .as(thing.getKey())
                        .filteredOn(figure -> figure.path("current").asBoolean())
                        .hasSize(1));
    }
}
