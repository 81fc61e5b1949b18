package org.isthmus.programming.coverage;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.values.Money;
import org.isthmus.kit.values.Text;
import org.isthmus.programming.values.Share;
import org.jspecify.annotations.Nullable;

/** The coverage of an action as readers see it. */
@Schema(
        name = "Coverage",
        description = "How an adopted action is covered: planned against allocated, committed and paid.")
record CoverageView(
        @Schema(required = true, description = "Id of the action.")
        UUID id,

        @Schema(required = true, examples = "AWP-2010-2/1") String reference,
        @Schema(required = true) int version,
        @Schema(required = true) Text title,
        @Schema(required = true) CoveredWorkProgramme workProgramme,

        @Schema(required = true, description = "Code of the programme.")
        String programme,

        @Schema(required = true) int year,
        @Nullable Integer part,
        @Schema(required = true) List<Share> countries,
        @Schema(required = true) List<String> regions,
        @Schema(required = true) List<Share> strands,
        @Schema(required = true) Coverage.Status status,

        @Schema(required = true, description = "What the adopted text plans.")
        Money indicative,

        @Schema(required = true, description = "What the ledger set aside for it.")
        Money allocated,

        @Schema(required = true, description = "All that was ever committed from it.")
        Money committed,

        @Schema(required = true, description = "What of that was released again.")
        Money decommitted,

        @Nullable @Schema(description = "Of commitments whose payments are known; left out when none are.")
        Money paid,

        @Nullable @Schema(description = "Paid back of these.")
        Money recovered,

        @Nullable @Schema(description = "Of these: committed and neither paid nor released.")
        Money outstanding,

        @Nullable
        @Schema(
                description =
                        "Committed and not released of the past, whose payments no source tells; left out when nothing is."
                                + " committed = paid + decommitted + outstanding + paymentsUnknown.")
        Money paymentsUnknown,

        @Schema(required = true) int commitments,

        @Schema(required = true, description = "Projects that serve it, as far as the caller may see them.")
        int projects,

        @Schema(required = true, description = "Where deeds part from the plan.")
        List<Coverage.Drift> drift) {

    /** The work programme that plans the action. */
    @Schema(name = "CoveredWorkProgramme")
    record CoveredWorkProgramme(
            @Schema(required = true) UUID id,
            @Schema(required = true) String reference) {}

    static CoverageView of(Coverage coverage, CoverageFigures.Sums seen) {
        Coverage.Planned planned = coverage.planned();
        return new CoverageView(
                coverage.id(),
                planned.reference(),
                coverage.version(),
                planned.title(),
                new CoveredWorkProgramme(planned.workProgrammeId(), planned.workProgramme()),
                planned.programme(),
                planned.year(),
                planned.part(),
                planned.countries(),
                planned.regions(),
                planned.strands(),
                coverage.status(seen),
                planned.indicative(),
                coverage.allocated(),
                seen.committed(),
                seen.decommitted(),
                seen.paid(),
                seen.recovered(),
                seen.outstanding(),
                seen.paymentsUnknown(),
                seen.commitments(),
                seen.projects().count(),
                coverage.drift(seen));
    }
}
