package org.isthmus.programming.workprogramme;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.rules.Fault;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.values.CountryCodes;
import org.isthmus.kit.values.Given;
import org.isthmus.kit.values.Money;
import org.isthmus.kit.values.Reference;
import org.isthmus.kit.values.Source;
import org.isthmus.kit.values.Text;
import org.isthmus.programming.action.ActionContent;
import org.isthmus.programming.values.Share;
import org.jspecify.annotations.Nullable;

/** All that an officer says about a work programme. */
@Schema(name = "WorkProgrammeDraft", description = "A work programme as an officer drafts it.")
record WorkProgrammeContent(
        @Reference @NotBlank @Size(max = 100) @Schema(examples = "AWP-2010-2")
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
        Faults faults = new Faults();
        faults.once("/actions", actions, "reference", ActionContent::reference, "A reference is named once.");
        faults.each("/actions", actions, (at, action) -> {
            Money amount = action.indicativeAmount();
            String atAmount = at + "/indicativeAmount";
            faults.require(
                            amount == null || amount.currency().equals(Money.EUR),
                            atAmount,
                            "currency-not-eur",
                            "The books are kept in EUR.")
                    .require(
                            amount == null || amount.signum() >= 0,
                            atAmount,
                            "not-positive",
                            "An amount is not negative.");
            requireKnown(at + "/countries", action.countries(), countries, "country", faults);
            requireKnown(at + "/strands", action.strands(), strands, "strand", faults);
        });
        return faults.list();
    }

    private static void requireKnown(
            String pointer, List<Share> shares, Set<String> known, String noun, Faults faults) {
        faults.each(
                pointer,
                shares,
                (at, share) -> faults.require(
                        known.contains(share.code()),
                        at + "/code",
                        noun + "-unknown",
                        "There is no %s '%s'%s."
                                .formatted(
                                        noun,
                                        share.code(),
                                        noun.equals("country") ? CountryCodes.hint(share.code()) : "")));
    }
}
