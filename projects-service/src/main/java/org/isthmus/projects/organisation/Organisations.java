package org.isthmus.projects.organisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isthmus.kit.lists.Parameter.Known;
import org.isthmus.kit.lists.SearchText;
import org.isthmus.kit.lists.Type;
import org.isthmus.kit.lists.ViewTable;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.store.Aggregates;
import org.isthmus.kit.store.Store;
import org.isthmus.kit.values.CountryNames;
import org.isthmus.kit.values.Text;
import org.jspecify.annotations.Nullable;

/** All organisations: how they are kept and found, and what other rooms may know of them. */
@ApplicationScoped
public class Organisations implements PanacheRepositoryBase<Organisation, UUID> {

    /** Its own id and reference: a partner sees its organisation whatever it takes part in. */
    private static final String ITSELF = "array[reference, cast(id as text)]";

    /** The values that a filter of organisations takes: those that the caller may see. */
    public static final Known REFERENCES = new Known(
            "organisation, by reference or id",
            rows -> Query.of("select from (select reference, id, visible, %s as organisations from organisation_view) o"
                                    .formatted(ITSELF)
                            + " where (reference = value or id = as_uuid(value)) and ")
                    .add(rows.condition()));

    private static final Known IDENTIFIERS = new Known(
            "identifier of an organisation, such as XM-DAC-47066, XM-DAC:47066 or 47066",
            rows -> Query.of(
                            "select from (select reference, id, identifiers, visible, %s as organisations from organisation_view) o where identifiers @> identifier_forms(array[value]) and "
                                    .formatted(ITSELF))
                    .add(rows.condition()),
            "identifier_forms");

    // formatter:off
    static final ViewTable<Organisation> VIEWS = ViewTable.<Organisation>of("organisation", "/v1/organisations", OrganisationView.class)
            .shownByOthers().ownedBy(ITSELF)
            .cell("id", "/id")
            .reference(Organisation::reference, "Its reference.").csv()
            .column("name", Type.COLLATED, organisation -> organisation.content().names().any(), "Name.").sort().text("name", "/names")
            .column("type", OrganisationType.class, organisation -> organisation.content().type(), "Type.").optional().filter().facet().csv()
            .column("country", Type.COUNTRY, organisation -> organisation.content().country(), "Country, ISO 3166-1 alpha-2.").optional().filter().facet().csv()
            .column("identifiers", Type.TEXTS, Organisations::identifiers, "An identifier, bare or with its scheme, also one that does not hold any more; capitals and blanks tell no two apart.").filter("identifier").known(IDENTIFIERS).cell("identifiers", "/identifiers/*", "scheme", "value")
            .column("parent", Type.TEXT, Organisation::parentReference, "Reference of the organisation above it.").optional().filter().known(REFERENCES).cell("parent", "/parent/reference")
            .search(Organisations::words, "Words in names, identifiers and references, and in the name of its country in each language.");
    // formatter:on

    private final Aggregates<Organisation, OrganisationView> aggregates;
    private final Store store;

    Organisations(Store store, IdentifierRegister identifiers) {
        this.store = store;
        aggregates = store.aggregates(this, VIEWS, OrganisationView::of)
                .writtenAs(Organisation::content)
                .keeping(identifiers::keep);
    }

    /** An organisation, as far as others show it. */
    public record KnownOrganisation(UUID id, String reference, Text names) {}

    Aggregates<Organisation, OrganisationView> all() {
        return aggregates;
    }

    /** By its id where one is given, else by its reference. */
    public Optional<KnownOrganisation> find(@Nullable UUID id, @Nullable String reference) {
        if (id != null) {
            return findByIdOptional(id).map(Organisations::known);
        }
        return Optional.ofNullable(reference)
                .flatMap(named -> find("reference", named).<Organisation>firstResultOptional())
                .map(Organisations::known);
    }

    public Map<UUID, KnownOrganisation> of(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : list("id in ?1", ids).stream()
                        .map(Organisations::known)
                        .collect(Collectors.toMap(KnownOrganisation::id, Function.identity()));
    }

    /**
     * Shows organisations to everybody, or no more.
     *
     * @param arePublic those of the ids that everybody may know of
     */
    public void show(Collection<UUID> ids, Function<List<UUID>, Set<UUID>> arePublic) {
        if (!ids.isEmpty()) {
            store.views().show(VIEWS, ids, arePublic);
        }
    }

    private static KnownOrganisation known(Organisation organisation) {
        return new KnownOrganisation(
                organisation.id(),
                organisation.reference(),
                organisation.content().names());
    }

    /** Each is found in all its writings, whether it still holds or not. */
    private static List<String> identifiers(Organisation organisation) {
        return organisation.content().identifiers().stream()
                .flatMap(identifier -> identifier.forms().stream())
                .toList();
    }

    private static SearchText words(Organisation organisation) {
        OrganisationContent content = organisation.content();
        List<String> foremost = new ArrayList<>(Text.allOf(content.names()));
        foremost.add(organisation.reference());
        List<String> others = new ArrayList<>();
        content.identifiers().forEach(identifier -> others.addAll(List.of(identifier.scheme(), identifier.value())));
        Stream.ofNullable(content.country()).forEach(code -> others.addAll(CountryNames.of(code)));
        return SearchText.of(foremost, others);
    }
}
