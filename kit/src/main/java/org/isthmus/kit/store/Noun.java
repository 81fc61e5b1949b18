package org.isthmus.kit.store;

import java.util.UUID;
import org.isthmus.kit.rules.Refusal;

/** How refusals name a thing: {@code work-programme} makes {@code work-programme-unknown} and "work programme". */
record Noun(String code) {

    private String words() {
        return code.replace('-', ' ');
    }

    Refusal unknown(UUID id) {
        return Refusal.notFound(code + "-unknown", "There is no %s %s".formatted(words(), id));
    }

    Refusal exists(String reference) {
        String article = "aeiou".indexOf(code.charAt(0)) < 0 ? "a" : "an";
        return Refusal.conflict(code + "-exists", "There is %s %s %s already".formatted(article, words(), reference));
    }

    Refusal versionUnknown(UUID id, int version) {
        return Refusal.notFound("version-unknown", "There is no version %d of %s %s".formatted(version, words(), id));
    }

    Refusal versionWithdrawn(Withdrawals.Withdrawn version) {
        return Refusal.notFound(
                "version-withdrawn",
                "Version %d of this %s was withdrawn on %s for %s"
                        .formatted(version.version(), words(), version.at(), version.ground()));
    }
}
