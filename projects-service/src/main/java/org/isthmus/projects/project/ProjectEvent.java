package org.isthmus.projects.project;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.isthmus.kit.events.Event;
import org.isthmus.kit.money.Money;
import org.isthmus.kit.report.Attribution;
import org.isthmus.kit.text.Text;
import org.isthmus.kit.time.PartialDate;
import org.isthmus.projects.facts.CountryRole;
import org.jspecify.annotations.Nullable;

/** What other services learn about projects. Contract: {@code contracts/events/projects.projects/}. */
sealed interface ProjectEvent extends Event {

    UUID projectId();

    @Override
    default String topic() {
        return "projects.projects";
    }

    @Override
    default UUID key() {
        return projectId();
    }

    /** A strand and its part, the primary one first. */
    record Strand(
            String code,

            @Nullable @JsonFormat(shape = JsonFormat.Shape.STRING)
            BigDecimal share) {}

    /** A country, its part and its role. */
    record Country(
            String code,

            @Nullable @JsonFormat(shape = JsonFormat.Shape.STRING)
            BigDecimal share,

            CountryRole role) {}

    /** What the Union pays by the current figure, and what the source calls it. */
    record Contribution(@Nullable String label, Money amount) {}

    /** A project as it stands now, public or not. */
    record Changed(
            UUID projectId,
            int version,
            String reference,
            Text title,
            ProjectStatus status,
            boolean published,
            @Nullable String programme,
            @Nullable UUID actionId,
            List<Strand> strands,
            List<Country> countries,
            List<String> regions,
            @Nullable PartialDate start,
            @Nullable PartialDate end,
            @Nullable UUID partOf,
            @Nullable Contribution contribution,
            @Nullable String leadOrganisation,
            Attribution attribution)
            implements ProjectEvent {

        @Override
        public String type() {
            return "eu.isthmus.projects.project.changed.v1";
        }
    }

    /** A project as it stands now, public from here on. */
    record Published(
            UUID projectId,
            int version,
            String reference,
            Text title,
            ProjectStatus status,
            boolean published,
            @Nullable String programme,
            @Nullable UUID actionId,
            List<Strand> strands,
            List<Country> countries,
            List<String> regions,
            @Nullable PartialDate start,
            @Nullable PartialDate end,
            @Nullable UUID partOf,
            @Nullable Contribution contribution,
            @Nullable String leadOrganisation,
            Attribution attribution)
            implements ProjectEvent {

        Published(Changed state) {
            this(
                    state.projectId,
                    state.version,
                    state.reference,
                    state.title,
                    state.status,
                    state.published,
                    state.programme,
                    state.actionId,
                    state.strands,
                    state.countries,
                    state.regions,
                    state.start,
                    state.end,
                    state.partOf,
                    state.contribution,
                    state.leadOrganisation,
                    state.attribution);
        }

        @Override
        public String type() {
            return "eu.isthmus.projects.project.published.v1";
        }
    }

    /** The project is public no more: who passed it on forgets it. */
    record Unpublished(UUID projectId, int version) implements ProjectEvent {

        @Override
        public String type() {
            return "eu.isthmus.projects.project.unpublished.v1";
        }
    }

    /** A grant was signed: the books are to take it in, or to say why not. */
    record GrantSigned(UUID projectId, int version, String reference, SignedGrant grant) implements ProjectEvent {

        /** The grant agreement. */
        record SignedGrant(String reference, Money amount, LocalDate signedOn, UUID actionId) {}

        @Override
        public String type() {
            return "eu.isthmus.projects.grant.signed.v1";
        }
    }
}
