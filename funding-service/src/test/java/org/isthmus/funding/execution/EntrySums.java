package org.isthmus.funding.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.isthmus.testing.TestClient;
import org.jspecify.annotations.Nullable;

/** A program that follows each link of a report and adds up what the entries there count. */
final class EntrySums {

    private EntrySums() {}

    static BigDecimal decimal(@Nullable Object amount) {
        return amount == null ? BigDecimal.ZERO : new BigDecimal(amount.toString());
    }

    /** Each figure is what its entries count, to the cent, and there are as many of them as it says. */
    static void assertMakeUp(JsonPath report) {
        int rows = report.getList("rows").size();
        List<String> figures = new ArrayList<>(List.of("notAttributed", "total"));
        for (int i = 0; i < rows; i++) {
            figures.add("rows[%d]".formatted(i));
        }
        for (String figure : figures) {
            @Nullable String link = report.getString(figure + ".link");
            if (link == null) {
                assertThat(report.getInt(figure + ".entries")).isZero();
                continue;
            }
            JsonPath listed = TestClient.as("auditor")
                    .urlEncodingEnabled(false)
                    .get(link + "&limit=1000")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertThat(listed.getList("items")).as(figure).hasSize(report.getInt(figure + ".entries"));
            for (String measure : report.<String>getList("measures")) {
                BigDecimal sum = listed.<@Nullable Object>getList("items.counts." + measure).stream()
                        .map(EntrySums::decimal)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(sum)
                        .as("%s of %s", measure, report.<Map<String, Object>>get(figure))
                        .isEqualByComparingTo(decimal(report.get(figure + "." + measure)));
            }
        }
    }
}
