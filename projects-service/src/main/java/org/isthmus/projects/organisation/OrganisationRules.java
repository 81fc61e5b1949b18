package org.isthmus.projects.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import java.util.UUID;
import org.isthmus.kit.http.BodyCheck;
import org.isthmus.kit.rules.Fault;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;

/** What must hold of the content of an organisation, beside what its tree and its identifiers say. */
@ApplicationScoped
class OrganisationRules {

    private final Organisations organisations;

    OrganisationRules(Organisations organisations) {
        this.organisations = organisations;
    }

    /** What is wrong with a content, all of it; only what the tree says of its parent comes later. */
    void check(OrganisationContent content) {
        Faults faults = new Faults();
        content.check(faults);
        UUID parent = content.parentId();
        faults.require(
                parent == null || organisations.findByIdOptional(parent).isPresent(),
                "/parentId",
                "parent-unknown",
                "There is no organisation %s.".formatted(parent));
        List<String> codes = faults.list().stream().map(Fault::code).distinct().toList();
        faults.refuseIfAny(
                Refusal.Kind.INVALID,
                codes.size() == 1 ? codes.getFirst() : "organisation-invalid",
                "The organisation can't be kept like this");
    }

    @Produces
    BodyCheck<OrganisationContent> meaning() {
        return new BodyCheck<>(OrganisationContent.class, this::check);
    }
}
