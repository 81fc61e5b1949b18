package org.isthmus.stack.load;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.isthmus.stack.load.Reading.code;
import static org.isthmus.stack.load.Reading.each;
import static org.isthmus.stack.load.Reading.entries;
import static org.isthmus.stack.load.Reading.given;
import static org.isthmus.stack.load.Reading.names;
import static org.isthmus.stack.load.Reading.record;
import static org.isthmus.stack.load.Reading.thematic;
import static org.isthmus.stack.load.Reading.visit;

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
        assertThat(entries(Room.PROGRAMMES).map(Entry::name)).containsExactly("B7-667", "AENEAS", "THEMATIC-MIGR");
        assertThat(record(Room.PROGRAMMES, "AENEAS").path("predecessorCode").asText())
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
        Map<String, List<String>> byInstrument = entries(Room.COUNTRIES)
                .flatMap(country -> each(country.body(), "instruments"))
                .map(instrument -> instrument.path("instrument").asText())
                .collect(groupingBy(name -> name));

        assertThat(byInstrument.get("ENPI")).hasSize(17);
        assertThat(byInstrument.get("DCI")).hasSize(48);
        assertThat(byInstrument.get("EDF (ACP)")).hasSize(78);
        assertThat(Shipped.of(Room.COUNTRIES)).hasSize(17 + 48 + 78 + 22);
    }

    @Test
    void namesNothingTwice() {
        for (Room room : Room.values()) {
            assertThat(entries(room).map(Entry::name))
                    .as(room.words())
                    .doesNotHaveDuplicates()
                    .doesNotContain("");
        }
    }

    @Test
    void namesNothingThatIsNotThere() {
        Set<String> countries = names(Room.COUNTRIES);
        Set<String> organisations = names(Room.ORGANISATIONS);
        Set<String> programmes = names(Room.PROGRAMMES);
        Set<String> strands = each(thematic(), "strands").map(code("code")).collect(toSet());

        entries(Room.PROJECTS).map(Entry::body).forEach(project -> {
            assertThat(each(project, "countries").map(code("code"))).isSubsetOf(countries);
            assertThat(each(project, "strands").map(code("code"))).isSubsetOf(strands);
            assertThat(Stream.concat(each(project, "organisations"), each(project, "coFinanciers"))
                            .map(code("organisationReference")))
                    .isSubsetOf(organisations);
            assertThat(project.path("programmeCode").asText("AENEAS")).isIn(programmes);
        });
        assertThat(given(Room.ORGANISATIONS, "country")).isSubsetOf(countries);
        assertThat(given(Room.ORGANISATIONS, "parentReference")).isSubsetOf(organisations);
        assertThat(given(Room.COMMITMENTS, "project")).isSubsetOf(names(Room.PROJECTS));
        assertThat(given(Room.INDICATIVE_PROGRAMMES, "strategyPaperReference")).isSubsetOf(names(Room.STRATEGY_PAPERS));
        assertThat(given(Room.EVALUATIONS, "feeds")).isSubsetOf(names(Room.STRATEGY_PAPERS));
        assertThat(Shipped.relations())
                .hasSize(4)
                .allSatisfy(relation -> assertThat(List.of(
                                relation.name(), relation.body().path("other").asText()))
                        .isSubsetOf(names(Room.PROJECTS)));
    }

    @Test
    void sharesMakeUpTheWholeOrAreNotGiven() {
        entries(Room.PROJECTS)
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
        for (Room room : List.of(Room.PROGRAMMES, Room.INDICATIVE_PROGRAMMES, Room.PROJECTS, Room.COMMITMENTS)) {
            entries(room)
                    .forEach(entry -> visit(entry.body(), node -> {
                        boolean isMoney = node.has("currency");
                        if (node.has("current") || (node.has("amount") && !isMoney)) {
                            assertThat(node.at("/source/document").asText())
                                    .as(entry.words())
                                    .isNotBlank();
                        }
                    }));
        }
    }

    @Test
    void oneOfTheFiguresForOneThingIsCurrent() {
        for (String thing : List.of("period", "contribution", "totalCost")) {
            entries(Room.PROJECTS)
                    .filter(project -> project.body().has(thing))
                    .forEach(project -> assertThat(each(project.body().path(thing), "figures")
                                    .filter(figure -> figure.path("current").asBoolean()))
                            .as("%s of %s", thing, project.name())
                            .hasSize(1));
        }
        entries(Room.PROGRAMMES)
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
