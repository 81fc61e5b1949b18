package org.isthmus.programming.action;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.report.Attribution;
import org.isthmus.kit.report.InferredAttribution.RegionOf;
import org.isthmus.kit.rules.Fault;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.values.Money;
import org.isthmus.kit.values.Text;
import org.isthmus.programming.values.Share;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a work programme decides to finance.
 *
 * <p>Its id and its reference stand for it through all versions. Complete, it names the four contents that the
 * programme's legal base requires (areas, objectives, results, amount), how it is carried out, and what pays it.
 */
@Schema(name = "ActionOfProgramme", description = "A priority action inside its work programme.")
public record Action(
        @Schema(required = true) UUID id,
        @Schema(required = true, examples = "AWP-2010-2/1") String reference,
        @Schema(required = true) Text title,
        @Schema(required = true) List<Share> countries,
        @Schema(required = true) List<String> regions,
        @Schema(required = true) List<Share> strands,
        @Schema(required = true) List<Text> objectives,
        @Schema(required = true) List<Text> expectedResults,
        @Nullable Money indicativeAmount,
        @Nullable Mode mode,
        @Nullable BudgetLine budgetLine,
        @Nullable Allocation allocation,

        @Nullable
        @Schema(
                description =
                        "Which shares of its money belong to what, as far as its text and the register of countries say it.")
        Attribution attribution) {

    public static Action of(UUID id, ActionContent draft, @Nullable Allocation allocation) {
        return new Action(
                id,
                draft.reference(),
                draft.title(),
                draft.countries(),
                draft.regions(),
                draft.strands(),
                draft.objectives(),
                draft.expectedResults(),
                draft.indicativeAmount(),
                draft.mode(),
                draft.budgetLine(),
                allocation,
                null);
    }

    /** What an officer said of it. */
    public ActionContent content() {
        return new ActionContent(
                reference,
                title,
                countries,
                regions,
                strands,
                objectives,
                expectedResults,
                indicativeAmount,
                mode,
                budgetLine);
    }

    public Action with(@Nullable Allocation outcome) {
        return new Action(
                id,
                reference,
                title,
                countries,
                regions,
                strands,
                objectives,
                expectedResults,
                indicativeAmount,
                mode,
                budgetLine,
                outcome,
                attribution);
    }

    /** The same with its money attributed: its countries in the regions that they are in now, regions by their codes. */
    public Action attributed(RegionOf regionOf, UnaryOperator<String> codeOf) {
        return new Action(
                id,
                reference,
                title,
                countries,
                regions,
                strands,
                objectives,
                expectedResults,
                indicativeAmount,
                mode,
                budgetLine,
                allocation,
                ActionAttribution.of(content(), regionOf, codeOf));
    }

    /** What it asks for; nothing while its amount is not known. */
    public Money amount() {
        return indicativeAmount == null ? Money.zero(Money.EUR) : indicativeAmount;
    }

    /** What several ask for together. */
    public static Money total(List<Action> actions) {
        return actions.stream().map(Action::amount).reduce(Money.zero(Money.EUR), Money::plus);
    }

    /** Whether it asks the ledger for anything else than the other version of it did. */
    public boolean asksLike(Action other) {
        return Objects.equals(indicativeAmount, other.indicativeAmount) && Objects.equals(budgetLine, other.budgetLine);
    }

    /** The part of its amount that falls to a strand and a region (each only where named), where that can be told. */
    public Optional<BigDecimal> part(@Nullable String strand, @Nullable String region) {
        Optional<BigDecimal> ofStrand = strand == null ? Optional.of(Share.ALL) : Share.part(strands, strand);
        Optional<BigDecimal> ofRegion = region == null ? Optional.of(Share.ALL) : inRegion(region);
        if (ofStrand.filter(part -> part.signum() == 0).isPresent()) {
            return ofStrand;
        }
        return ofStrand.flatMap(
                s -> ofRegion.map(r -> amount().amount().multiply(s).multiply(r).movePointLeft(4)));
    }

    private Optional<BigDecimal> inRegion(String region) {
        if (regions.stream().noneMatch(region::equalsIgnoreCase)) {
            return Optional.of(BigDecimal.ZERO);
        }
        return regions.size() == 1 ? Optional.of(Share.ALL) : Optional.empty();
    }

    /** What adoption still misses here. An amendment may set an action to nothing, an adoption may not begin so. */
    public List<Fault> missing(String pointer, boolean mayBeNothing) {
        List<Fault> faults = new ArrayList<>();
        require(
                !countries.isEmpty() || !regions.isEmpty(),
                faults,
                pointer + "/countries",
                "An action names at least one country or region.");
        Faults ofShares = new Faults();
        Share.check(pointer + "/countries", countries, ofShares);
        require(!strands.isEmpty(), faults, pointer + "/strands", "An action names at least one strand.");
        Share.check(pointer + "/strands", strands, ofShares);
        faults.addAll(ofShares.list());
        require(
                !objectives.isEmpty(),
                faults,
                pointer + "/objectives",
                "An action names at least one specific objective.");
        require(
                !expectedResults.isEmpty(),
                faults,
                pointer + "/expectedResults",
                "An action names at least one anticipated result.");
        require(indicativeAmount != null, faults, pointer + "/indicativeAmount", "An action has an indicative amount.");
        if (indicativeAmount != null && indicativeAmount.signum() < (mayBeNothing ? 0 : 1)) {
            faults.add(Fault.at(
                    pointer + "/indicativeAmount", "not-positive", "An indicative amount is more than nothing."));
        }
        require(mode != null, faults, pointer + "/mode", "An action says how it is carried out.");
        require(
                budgetLine != null,
                faults,
                pointer + "/budgetLine",
                "An action names the budget line and year that pay it.");
        return faults;
    }

    private static void require(boolean present, List<Fault> faults, String pointer, String sentence) {
        if (!present) {
            faults.add(Fault.at(pointer, "required", sentence));
        }
    }
}
