package org.isthmus.projects.project;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.projects.facts.CoFinancier;
import org.isthmus.projects.facts.CountryShare;
import org.isthmus.projects.facts.Participation;
import org.isthmus.projects.facts.StrandShare;
import org.isthmus.projects.organisation.OrganisationRegister;
import org.isthmus.projects.organisation.OrganisationRegister.Known;
import org.isthmus.projects.reference.Codes;
import org.jspecify.annotations.Nullable;

/** Lets a draft in whose own rules hold and whose codes and organisations are known, or names all that is wrong with it. */
@ApplicationScoped
class AdmitDraft {

    private final Codes codes;
    private final OrganisationRegister organisations;

    AdmitDraft(Codes codes, OrganisationRegister organisations) {
        this.codes = codes;
        this.organisations = organisations;
    }

    ProjectDraft admit(ProjectDraft draft) {
        Faults faults = new Faults();
        draft.check(faults);
        codes.checkProgramme("/programmeCode", draft.programmeCode(), faults);
        codes.checkAction("/actionId", draft.actionId(), faults);
        codes.checkStrands(
                "/strands", draft.strands().stream().map(StrandShare::code).toList(), faults);
        codes.checkCountries(
                "/countries", draft.countries().stream().map(CountryShare::code).toList(), faults);
        ProjectDraft admitted = draft.with(participants(draft, faults), payers(draft, faults));
        ProjectRules.refuse(Refusal.Kind.INVALID, "project-invalid", faults);
        return admitted;
    }

    void admit(GrantRequest grant) {
        Faults faults = new Faults();
        faults.require(grant.amount().isPositive(), "/amount", "amount-not-positive", "A grant is more than nothing.");
        codes.checkAction("/actionId", grant.actionId(), faults);
        ProjectRules.refuse(Refusal.Kind.INVALID, "grant-invalid", faults);
    }

    private List<Participation> participants(ProjectDraft draft, Faults faults) {
        List<Participation> known = new ArrayList<>();
        for (int i = 0; i < draft.organisations().size(); i++) {
            Participation party = draft.organisations().get(i);
            known("/organisations/" + i, party.organisationId(), party.organisationReference(), faults)
                    .ifPresent(found -> known.add(party.of(found.id(), found.reference())));
        }
        return known;
    }

    private List<CoFinancier> payers(ProjectDraft draft, Faults faults) {
        List<CoFinancier> known = new ArrayList<>();
        for (int i = 0; i < draft.coFinanciers().size(); i++) {
            CoFinancier payer = draft.coFinanciers().get(i);
            if (payer.isRegistered()) {
                known("/coFinanciers/" + i, payer.organisationId(), payer.organisationReference(), faults)
                        .ifPresent(found -> known.add(payer.of(found.id(), found.reference())));
            } else {
                known.add(payer);
            }
        }
        return known;
    }

    private Optional<Known> known(String pointer, @Nullable UUID id, @Nullable String reference, Faults faults) {
        Optional<Known> known = organisations.find(id, reference);
        if (known.isEmpty()) {
            faults.add(
                    pointer,
                    "organisation-unknown",
                    "There is no organisation %s.".formatted(id == null ? reference : id));
        }
        return known;
    }
}
