package org.isthmus.programming.workprogramme;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.rules.Fault;
import org.isthmus.kit.values.Given;
import org.isthmus.kit.values.Money;
import org.isthmus.kit.values.Source;
import org.isthmus.kit.values.Text;
import org.isthmus.programming.action.ActionContent;
import org.isthmus.programming.values.Share;
import org.jspecify.annotations.Nullable;

/** All that an officer says about a work programme. */
@Schema(name = "WorkProgrammeDraft", description = "A work programme as an officer drafts it.")
record WorkProgrammeContent(
        @NotBlank @Size(max = 100) @Schema(examples = "AWP-2010-2")
        String reference,

        @NotBlank @Size(max = 100) @Schema(examples = "MIP-2007-2010")
        String indicativeProgrammeReference,

        @Min(1900) @Max(2200) @Schema(examples = "2010") int year,

        @Nullable @Positive @Schema(description = "Which part of the year's programme, where it comes in parts.")
        Integer part,

        @NotNull Text title,
        @Size(max = 200) List<@NotNull @Valid ActionContent> actions,
        @Size(max = 50) List<@NotNull @Valid Source> sources) {

    WorkProgrammeContent {
        actions = Given.list(actions);
        sources = Given.list(sources);
    }

    /** What makes actions unclear even as drafts: references named twice, codes unknown, another currency than the books'. */
    static List<Fault> unclear(List<ActionContent> actions, Set<String> strands, Set<String> countries) {
        List<Fault> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < actions.size(); i++) {
            ActionContent action = actions.get(i);
            String pointer = "/actions/" + i;
            if (!seen.add(action.reference())) {
                faults.add(Fault.at(pointer + "/reference", "named-twice", "A reference is named once."));
            }
            Money amount = action.indicativeAmount();
            if (amount != null && !amount.currency().equals(Money.EUR)) {
                faults.add(Fault.at(pointer + "/indicativeAmount", "currency-not-eur", "The books are kept in EUR."));
            }
            if (amount != null && amount.signum() < 0) {
                faults.add(Fault.at(pointer + "/indicativeAmount", "not-positive", "An amount is not negative."));
            }
            faults.addAll(unknown(action.countries(), countries, pointer + "/countries", "country-unknown"));
            faults.addAll(unknown(action.strands(), strands, pointer + "/strands", "strand-unknown"));
        }
        return faults;
    }

    private static List<Fault> unknown(List<Share> shares, Set<String> known, String pointer, String code) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            String given = shares.get(i).code();
            if (!known.contains(given)) {
                faults.add(Fault.at("%s/%d/code".formatted(pointer, i), code, "'%s' is not known.".formatted(given)));
            }
        }
        return faults;
    }
}
