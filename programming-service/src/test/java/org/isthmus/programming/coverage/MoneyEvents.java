package org.isthmus.programming.coverage;

import static org.isthmus.testing.TestClient.euros;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the ledger and the projects tell. */
final class MoneyEvents {

    private MoneyEvents() {}

    static String commitment(UUID id, int version, UUID project, String action, String... amounts) {
        return """
                {"commitmentId": "%s", "version": %d, "projectId": "%s", "actionId": "%s", "historical": false,
                 "effectiveOn": "2011-01-01", "committed": %s, "decommitted": %s, "paid": %s, "recovered": %s,
                 "outstanding": %s}
                """.formatted(
                        id,
                        version,
                        project,
                        action,
                        euros(amounts[0]),
                        euros(amounts[1]),
                        euros(amounts[2]),
                        euros("0.00"),
                        euros(amounts[3]));
    }

    /** The same, made so by a movement that may undo another one. */
    static String moved(UUID movement, @Nullable UUID corrects, String commitment) {
        return commitment.replace(
                "\"historical\"",
                "\"movementId\": \"%s\", %s \"historical\""
                        .formatted(movement, corrects == null ? "" : "\"corrects\": \"%s\",".formatted(corrects)));
    }

    /** Of its payments no source tells. */
    static String historical(UUID project, String on, String committed) {
        return """
                {"commitmentId": "%s", "version": 1, "projectId": "%s", "historical": true, "effectiveOn": "%s",
                 "committed": %s, "decommitted": %s, "paymentsUnknown": true}
                """.formatted(UUID.randomUUID(), project, on, euros(committed), euros("0.00"));
    }

    static String project(UUID id, int version, String action, boolean published, String country) {
        return """
                {"projectId": "%s", "version": %d, "reference": "R-%s", "status": "PIPELINE", "published": %s,
                 "actionId": "%s", "strands": [{"code": "migration-development", "share": "100.0000"}],
                 "countries": [{"code": "%s", "role": "BENEFICIARY"}], "regions": [],
                 "attribution": {"strands": [{"code": "migration-development", "share": "100.0000"}],
                                 "countries": [{"code": "%s", "share": "100.0000"}]}}
                """.formatted(id, version, id, published, action, country, country);
    }

    static String dated(UUID id, String programme, boolean published, String start) {
        return """
                {"projectId": "%s", "version": 1, "reference": "R-%s", "status": "CLOSED", "published": %s,
                 %s "strands": [], "countries": [], "regions": [], "start": "%s", "attribution": {}}
                """.formatted(
                id, id, published, programme.isEmpty() ? "" : "\"programme\": \"%s\",".formatted(programme), start);
    }
}
