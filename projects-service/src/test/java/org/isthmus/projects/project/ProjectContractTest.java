package org.isthmus.projects.project;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.isthmus.kit.report.Attribution;
import org.isthmus.kit.report.Attribution.Part;
import org.isthmus.kit.report.Attribution.RunningYears;
import org.isthmus.kit.store.Withdrawal;
import org.isthmus.kit.values.Classification;
import org.isthmus.kit.values.Money;
import org.isthmus.kit.values.PartialDate;
import org.isthmus.kit.values.PrintedShares;
import org.isthmus.kit.values.Text;
import org.isthmus.projects.project.ProjectEvent.Transition;
import org.isthmus.projects.values.CountryRole;
import org.isthmus.projects.values.ProjectStatus;
import org.isthmus.testing.Contracts;
import org.junit.jupiter.api.Test;

class ProjectContractTest {

    private static final UUID PROJECT = UUID.fromString("01932f6e-7c1a-7d3e-9b1f-0c2a5e8d4411");
    private static final UUID UMBRELLA = UUID.fromString("01932f6e-7c1a-7d3e-9b1f-0c2a5e8d4400");
    private static final UUID ACTION = UUID.fromString("01932f6e-0000-7000-8000-00000000a201");

    @Test
    void aChangeIsToldAsItsContractShows() {
        Contracts.assertKept(state(Transition.CHANGED, false));
    }

    @Test
    void aPublicationIsToldAsItsContractShows() {
        Contracts.assertKept(state(Transition.PUBLISHED, true));
    }

    @Test
    void aTombstoneIsToldAsItsContractShows() {
        Contracts.assertKept(new ProjectEvent(Transition.UNPUBLISHED, PROJECT, 6, null, null, null, null));
    }

    @Test
    void aSignedGrantIsToldAsItsContractShows() {
        Contracts.assertKept(new ProjectEvent(
                Transition.GRANT_SIGNED,
                PROJECT,
                4,
                "MEDICAL-MOBILITY",
                null,
                new Grant.Signature(
                        "DCI-MIGR 2011/229-653", Money.euros("2000000.00"), LocalDate.parse("2011-03-15"), ACTION),
                null));
    }

    @Test
    void aWithdrawalIsToldAsItsContractShows() {
        Contracts.assertKept(new ProjectEvent(
                Transition.VERSIONS_WITHDRAWN,
                PROJECT,
                6,
                null,
                null,
                null,
                new ProjectEvent.Withdrawn(List.of(3, 4), Withdrawal.Ground.PERSONAL_DATA)));
    }

    private static ProjectEvent state(Transition transition, boolean published) {
        ProjectEvent.State state = new ProjectEvent.State(
                Text.of("en", "Better managing the mobility of health professionals"),
                ProjectStatus.IMPLEMENTATION,
                published,
                "THEMATIC-MIGR",
                ACTION,
                List.of(
                        new ProjectEvent.Strand("economic-migration", new BigDecimal("70.0000")),
                        new ProjectEvent.Strand("migration-development", new BigDecimal("30.0000"))),
                List.of(
                        new ProjectEvent.Country("MD", new BigDecimal("100.0000"), CountryRole.BENEFICIARY),
                        new ProjectEvent.Country("IT", null, CountryRole.PLACE_OF_ACTIVITY)),
                List.of("EU"),
                List.of(new Classification("global-approach", "legal-migration", true, null)),
                PartialDate.parse("2011-04"),
                PartialDate.parse("2014"),
                UMBRELLA,
                new ProjectEvent.Contribution("EU contribution", Money.euros("2000000.00"), null),
                "WHO",
                new Attribution(
                        List.of(
                                new Part("economic-migration", new BigDecimal("70"), null),
                                new Part("migration-development", new BigDecimal("30"), null)),
                        List.of(new Part("MD", PrintedShares.WHOLE, "ENPI East")),
                        List.of(new Part("ENPI East", PrintedShares.WHOLE, null)),
                        new RunningYears(2011, 2014, false),
                        null));
        return new ProjectEvent(
                transition, PROJECT, 5, "MEDICAL-MOBILITY", published ? state : state.needed(), null, null);
    }
}
