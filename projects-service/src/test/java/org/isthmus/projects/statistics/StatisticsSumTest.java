package org.isthmus.projects.statistics;

import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.isthmus.projects.World.organisation;
import static org.isthmus.projects.World.project;
import static org.isthmus.projects.World.publish;
import static org.isthmus.projects.World.relate;
import static org.isthmus.testing.TestClient.officer;
import static org.isthmus.testing.TestClient.unique;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.isthmus.kit.values.Money;
import org.isthmus.projects.World;
import org.isthmus.testing.LargestRemainder;
import org.junit.jupiter.api.Test;

/** However random projects are grouped and filtered: no cent is lost or made, and each link lists what was counted. */
@QuarkusTest
class StatisticsSumTest {

    private static final long SEED = 20121231;
    private static final int PROJECTS = 40;
    private static final List<String> QUESTIONS = List.of(
            "groupBy=strand",
            "groupBy=country",
            "groupBy=region",
            "groupBy=year",
            "groupBy=status",
            "groupBy=programme",
            "groupBy=scope",
            "groupBy=strand,country,year",
            "groupBy=region,country",
            "groupBy=country&country=MD&country=none",
            "groupBy=strand,status&country=UA&year=2010&year=2011",
            "groupBy=region,year&region=ENPI%20East&programme=none");

    @Inject
    @Any
    InMemoryConnector kafka;

    private final Random random = new Random(SEED);
    private final String lead = unique("sums");
    private final Map<Boolean, Map<String, Money>> owns = new HashMap<>();

    @Test
    void rowsAndWhatIsNotAttributedAreTheTotalToTheCent() {
        World.learn(kafka);
        organisation(lead);
        List<String> projects = new ArrayList<>();
        for (int i = 0; i < PROJECTS; i++) {
            projects.add(project(unique("random"), randomFacts()));
            if (random.nextBoolean()) {
                publish(projects.getLast());
            }
            if (i > 3 && random.nextInt(5) == 0) {
                relate(projects.getLast(), "PART_OF", projects.get(random.nextInt(3)));
            }
        }

        for (String question : QUESTIONS) {
            assertAddsUp(true, question);
            assertAddsUp(false, question);
        }
    }

    private void assertAddsUp(boolean asOfficer, String question) {
        JsonPath answer = get(asOfficer, "/v1/statistics/projects?organisation=" + lead + "&" + question);
        String name = "seed %d, officer %s, %s".formatted(SEED, asOfficer, question);

        Map<String, BigDecimal> pieces = new TreeMap<>();
        add(pieces, present(answer.getList("rows.contribution.flatten()")));
        add(pieces, answer.getList("notAttributed.contribution"));
        Map<String, BigDecimal> reasons = new TreeMap<>();
        add(reasons, answer.getList("notAttributed.reasons.contribution.flatten()"));
        assertThat(pieces).as(name).isEqualTo(sums(answer.getList("total.contribution")));
        assertThat(nonZero(reasons)).as(name).isEqualTo(nonZero(sums(answer.getList("notAttributed.contribution"))));
        assertThat(nonZero(pieces)).as(name).isEqualTo(nonZero(listed(asOfficer, answer.getString("total.link"))));
        List<Map<String, Object>> rows = new ArrayList<>(answer.getList("rows"));
        rows.add(answer.getMap("total"));
        for (Map<String, Object> row : rows) {
            assertThat(get(asOfficer, row.get("link") + "&total=true&limit=1").getInt("total"))
                    .as(name + " " + row)
                    .isEqualTo(row.get("projects"));
        }
    }

    private static List<?> present(List<?> amounts) {
        return amounts.stream().filter(Map.class::isInstance).toList();
    }

    /** What the list says that these projects have of their own: an umbrella what its parts leave. */
    private Map<String, BigDecimal> listed(boolean asOfficer, String link) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (Map<String, Object> item : items(asOfficer, link)) {
            Money own = own(asOfficer).get(String.valueOf(item.get("id")));
            if (own != null) {
                sums.merge(own.currency().getCurrencyCode(), own.amount(), BigDecimal::add);
            }
        }
        return sums;
    }

    /** By the rules, from what the caller reads in the list and of relations; here nothing is more than two deep. */
    private Map<String, Money> own(boolean asOfficer) {
        return owns.computeIfAbsent(asOfficer, caller -> {
            Map<String, Money> contributions = new TreeMap<>();
            Map<String, List<String>> parts = new TreeMap<>();
            List<Map<String, Object>> all = items(caller, "/v1/projects?organisation=" + lead);
            for (Map<String, Object> item : all) {
                if (item.get("contribution") instanceof Map<?, ?> contribution
                        && contribution.get("amount") instanceof Map<?, ?> amount) {
                    contributions.put(String.valueOf(item.get("id")), money(amount));
                }
            }
            for (Map<String, Object> item : all) {
                String umbrella = get(caller, "/v1/projects/%s/relations".formatted(item.get("id")))
                        .getString("items.find { it.type == 'PART_OF' }?.project?.id");
                if (umbrella != null && contributions.containsKey(umbrella)) {
                    parts.computeIfAbsent(umbrella, any -> new ArrayList<>()).add(String.valueOf(item.get("id")));
                }
            }
            Map<String, Money> own = new TreeMap<>(contributions);
            parts.forEach((umbrella, ids) -> share(own, umbrella, ids));
            return own;
        });
    }

    private static void share(Map<String, Money> own, String umbrella, List<String> ids) {
        Money whole = requireNonNull(own.get(umbrella));
        Map<String, Money> known = new TreeMap<>();
        for (String id : ids) {
            Money amount = own.remove(id);
            if (amount != null && amount.currency().equals(whole.currency())) {
                known.put(id, amount);
            }
        }
        Money inside = known.values().stream().reduce(Money.zero(whole.currency()), Money::plus);
        if (inside.isMoreThan(whole)) {
            List<Money> cut = LargestRemainder.split(
                    whole, known.values().stream().map(Money::amount).toList());
            int next = 0;
            for (String id : known.keySet()) {
                own.put(id, cut.get(next++));
            }
            own.put(umbrella, Money.zero(whole.currency()));
        } else {
            own.putAll(known);
            own.put(umbrella, whole.minus(inside));
        }
    }

    private static Money money(Map<?, ?> amount) {
        return new Money(
                new BigDecimal(String.valueOf(amount.get("amount"))),
                Currency.getInstance(String.valueOf(amount.get("currency"))));
    }

    private static List<Map<String, Object>> items(boolean asOfficer, String link) {
        return get(asOfficer, link + "&limit=1000").getList("items");
    }

    private String randomFacts() {
        List<String> facts = new ArrayList<>();
        facts.add("\"organisations\": [{\"organisationReference\": \"%s\", \"role\": \"LEAD\"}]".formatted(lead));
        facts.add("\"strands\": " + any("[]", """
                [{"code": "asylum-protection"}]""", """
                [{"code": "asylum-protection"}, {"code": "migration-development"}]""", """
                [{"code": "migration-development", "share": "66.6667"}, {"code": "asylum-protection", "share": "33.3333"}]"""));
        facts.add("\"countries\": " + any("[]", """
                [{"code": "MD", "role": "BENEFICIARY"}]""", """
                [{"code": "MD", "role": "BENEFICIARY"}, {"code": "IT", "role": "HOST"}]""", """
                [{"code": "UA", "role": "PILOT"}, {"code": "EG", "role": "BENEFICIARY"}]""", """
                [{"code": "UA", "share": "33.3333", "role": "PILOT"}, {"code": "EG", "share": "33.3333", "role": "BENEFICIARY"},
                 {"code": "MD", "share": "33.3334", "role": "BENEFICIARY"}]""", """
                [{"code": "GE", "role": "ORIGIN"}]"""));
        facts.add("\"regions\": " + any("[]", "[\"EU\"]", "[\"ENPI East\", \"EU\"]"));
        facts.add("\"period\": " + any("{}", "{\"start\": \"2010-02\"}", "{\"start\": \"2009\", \"end\": \"2012\"}"));
        facts.add("\"sources\": [{\"document\": \"Memo\", \"asOf\": \"2012\"}]");
        if (random.nextBoolean()) {
            facts.add("\"programmeCode\": \"THEMATIC-MIGR\", \"scope\": \"%s\"".formatted(any("COUNTRY", "GLOBAL")));
        }
        if (random.nextBoolean()) {
            facts.add("\"historicalStatus\": {\"status\": \"%s\", \"reason\": \"By the memo\"}"
                    .formatted(any("CLOSED", "IMPLEMENTATION")));
        }
        if (random.nextInt(6) > 0) {
            String amount = "%d.%02d".formatted(random.nextInt(1_000_000) + 1, random.nextInt(100));
            facts.add("""
                    "contribution": {"figures": [{"amount": {"amount": "%s", "currency": "%s"},
                        "source": {"document": "Memo"}, "current": true}]}
                    """.formatted(amount, any("EUR", "EUR", "USD")));
        }
        return String.join(", ", facts);
    }

    private String any(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static JsonPath get(boolean asOfficer, String path) {
        RequestSpecification caller = asOfficer ? officer() : given();
        return caller.urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Map<String, BigDecimal> sums(List<?> amounts) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        add(sums, amounts);
        return sums;
    }

    private static void add(Map<String, BigDecimal> sums, List<?> amounts) {
        for (Object money : amounts) {
            Map<?, ?> amount = (Map<?, ?>) money;
            sums.merge(
                    String.valueOf(amount.get("currency")),
                    new BigDecimal(String.valueOf(amount.get("amount"))),
                    BigDecimal::add);
        }
    }

    private static Map<String, BigDecimal> nonZero(Map<String, BigDecimal> sums) {
        Map<String, BigDecimal> kept = new TreeMap<>(sums);
        kept.values().removeIf(sum -> sum.signum() == 0);
        return kept;
    }
}
