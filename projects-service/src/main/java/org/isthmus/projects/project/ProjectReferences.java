package org.isthmus.projects.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.isthmus.kit.http.BodyCheck;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.values.Money;
import org.isthmus.projects.organisation.Organisations;
import org.isthmus.projects.organisation.Organisations.KnownOrganisation;
import org.isthmus.projects.reference.Codes;
import org.isthmus.projects.values.CoFinancier;
import org.isthmus.projects.values.CountryShare;
import org.isthmus.projects.values.Participation;
import org.isthmus.projects.values.StrandShare;
import org.jspecify.annotations.Nullable;

/** Resolves what a content refers to (programme, action, strands, countries, organisations), or names all that is wrong. */
@ApplicationScoped
class ProjectReferences {

    private final Codes codes;
    private final Organisations organisations;
    private final Clock clock;

    ProjectReferences(Codes codes, Organisations organisations, Clock clock) {
        this.codes = codes;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** The content with id and reference of each organisation that it names. */
    ProjectContent resolve(ProjectContent content) {
        Faults faults = new Faults();
        content.check(faults);
        codes.checkProgramme("/programmeCode", content.programmeCode(), faults);
        faults.each(
                "/otherProgrammes",
                content.otherProgrammes(),
                (at, other) -> codes.checkProgramme(at + "/code", other.code(), faults));
        codes.checkAction("/actionId", content.actionId(), faults);
        codes.checkStrands(
                "/strands", content.strands().stream().map(StrandShare::code).toList(), faults);
        codes.checkCountries(
                "/countries",
                content.countries().stream().map(CountryShare::code).toList(),
                faults);
        codes.checkTerms("/classifications", content.classifications(), faults);
        ProjectContent resolved = content.with(participants(content, faults), payers(content, faults));
        ProjectRules.refuse(Refusal.Kind.INVALID, "project-invalid", faults);
        return resolved;
    }

    @SuppressWarnings("ConstantConditions") // a member that could not be read is missing
    void check(Grant.Signature grant) {
        Faults faults = new Faults();
        if (grant.amount() != null) {
            faults.require(
                    grant.amount().currency().equals(Money.EUR),
                    "/amount",
                    "currency-not-accounting",
                    "The books are kept in EUR; %s is not.".formatted(grant.amount()));
            faults.require(
                    grant.amount().isPositive(), "/amount", "amount-not-positive", "A grant is more than nothing.");
        }
        LocalDate day = grant.signedOn();
        faults.require(
                day == null || !day.isAfter(LocalDate.now(clock)),
                "/signedOn",
                "in-the-future",
                "A grant is signed on a day that has come, not on %s.".formatted(day));
        codes.checkAction("/actionId", grant.actionId(), faults);
        ProjectRules.refuse(Refusal.Kind.INVALID, "grant-invalid", faults);
    }

    private List<Participation> participants(ProjectContent content, Faults faults) {
        List<Participation> known = new ArrayList<>();
        for (int i = 0; i < content.organisations().size(); i++) {
            Participation party = content.organisations().get(i);
            known("/organisations/" + i, party.organisationId(), party.organisationReference(), faults)
                    .ifPresent(found -> known.add(party.of(found.id(), found.reference())));
        }
        return known;
    }

    private List<CoFinancier> payers(ProjectContent content, Faults faults) {
        List<CoFinancier> known = new ArrayList<>();
        for (int i = 0; i < content.coFinanciers().size(); i++) {
            CoFinancier payer = content.coFinanciers().get(i);
            if (payer.isRegistered()) {
                known("/coFinanciers/" + i, payer.organisationId(), payer.organisationReference(), faults)
                        .ifPresent(found -> known.add(payer.of(found.id(), found.reference())));
            } else {
                known.add(payer);
            }
        }
        return known;
    }

    private Optional<KnownOrganisation> known(
            String pointer, @Nullable UUID id, @Nullable String reference, Faults faults) {
        Optional<KnownOrganisation> known = organisations.find(id, reference);
        if (known.isEmpty()) {
            faults.add(
                    pointer,
                    "organisation-unknown",
                    "There is no organisation %s.".formatted(id == null ? reference : id));
        }
        return known;
    }

    @Produces
    BodyCheck<Grant.Signature> meaningOfGrant() {
        return new BodyCheck<>(Grant.Signature.class, this::check);
    }

    @Produces
    BodyCheck<ProjectContent> meaning() {
        return new BodyCheck<>(ProjectContent.class, this::resolve);
    }
}
