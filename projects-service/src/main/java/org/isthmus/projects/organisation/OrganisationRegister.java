package org.isthmus.projects.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.isthmus.kit.lists.Parameter;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.text.Text;
import org.jspecify.annotations.Nullable;

/** What the other rooms may know of an organisation. */
@ApplicationScoped
public class OrganisationRegister {

    /** The values that a filter of organisations takes: those that the caller may see. */
    public static final Parameter.Known REFERENCES = new Parameter.Known(
            "organisation, by reference or id",
            rows -> Query.of("select from organisation_document where superseded_at is null"
                            + " and (reference = value or id = as_uuid(value)) and ")
                    .add(rows.condition()));

    private final Organisations organisations;

    OrganisationRegister(Organisations organisations) {
        this.organisations = organisations;
    }

    /** An organisation, as far as others show it. */
    public record Known(UUID id, String reference, Text names) {}

    /** By its id where one is given, else by its reference. */
    public Optional<Known> find(@Nullable UUID id, @Nullable String reference) {
        if (id != null) {
            return organisations.findByIdOptional(id).map(OrganisationRegister::known);
        }
        return Optional.ofNullable(reference)
                .flatMap(organisations::findByReference)
                .map(OrganisationRegister::known);
    }

    public Map<UUID, Known> of(Collection<UUID> ids) {
        return organisations.list("id in ?1", ids).stream()
                .map(OrganisationRegister::known)
                .collect(Collectors.toMap(Known::id, Function.identity()));
    }

    private static Known known(Organisation organisation) {
        return new Known(
                organisation.id(),
                organisation.reference(),
                organisation.content().names());
    }
}
