package org.isthmus.projects.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.isthmus.kit.documents.Documents;
import org.isthmus.kit.documents.Listing;
import org.isthmus.kit.documents.SearchText;
import org.isthmus.kit.events.Outbox;
import org.isthmus.projects.reference.KnownCodes;
import org.jspecify.annotations.Nullable;

/** Keeps the representations of organisations up to date, and tells of each change. */
@ApplicationScoped
class OrganisationPages {

    static final String TABLE = "organisation_document";

    static final Listing LISTING = Listing.over(TABLE)
            .answers(OrganisationView.class, "listOrganisations")
            .filter("type", "type", OrganisationType.class, "Type.")
            .filter("country", "country", Listing.Type.TEXT, "Country, ISO 3166-1 alpha-2.")
            .filter("parent", "parent", Listing.Type.TEXT, "Reference of the organisation above it.")
            .filter(
                    "identifier",
                    "identifiers",
                    Listing.Type.TEXTS,
                    "An identifier of any scheme, also one that is not valid any more.")
            .known("country", KnownCodes.COUNTRIES)
            .known("parent", OrganisationRegister.REFERENCES)
            .sort("name", "title", Listing.Type.COLLATED)
            .facets("type", "country")
            .search("search", "Words in names, identifiers and references.")
            .csv("id", "/id")
            .csv("reference", "/reference")
            .csv("name", "/names/*")
            .csv("type", "/type")
            .csv("country", "/country")
            .csv("identifiers", "/identifiers/*/value")
            .csv("parent", "/parent/reference");

    private final Organisations organisations;
    private final Documents documents;
    private final Outbox outbox;
    private final Visibility visibility;
    private final Event<OrganisationRenamed> renamed;

    OrganisationPages(
            Organisations organisations,
            Documents documents,
            Outbox outbox,
            Visibility visibility,
            Event<OrganisationRenamed> renamed) {
        this.organisations = organisations;
        this.documents = documents;
        this.outbox = outbox;
        this.visibility = visibility;
        this.renamed = renamed;
    }

    OrganisationView keep(Organisation organisation) {
        organisations.flush();
        OrganisationView view = present(organisation);
        documents.put(TABLE, organisation.id(), organisation.version(), view, columns(view));
        visibility.refresh(List.of(organisation.id()));
        outbox.add(OrganisationEvent.Changed.of(organisation));
        return view;
    }

    OrganisationView present(Organisation organisation) {
        Organisation parent = organisation.parentId() == null ? null : organisations.findById(organisation.parentId());
        return OrganisationView.of(organisation, parent);
    }

    /** Projects show the name. They come first: whoever publishes one locks it before the pages of its organisations. */
    void tellProjects(Organisation organisation) {
        organisations.flush();
        renamed.fire(new OrganisationRenamed(organisation.id()));
    }

    private static Map<String, @Nullable Object> columns(OrganisationView view) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("reference", view.reference());
        columns.put("visible", false);
        columns.put("title", view.names().any());
        columns.put("type", view.type() == null ? null : view.type().name());
        columns.put("country", view.country());
        columns.put("parent", view.parent() == null ? null : view.parent().reference());
        columns.put("identifiers", identifiers(view));
        columns.put("search", SearchText.of(words(view)));
        return columns;
    }

    /** Each is found by its value alone and with its scheme, whether it still holds or not. */
    private static List<String> identifiers(OrganisationView view) {
        List<String> identifiers = new ArrayList<>();
        for (Identifier identifier : view.identifiers()) {
            identifiers.add(identifier.value());
            identifiers.add(identifier.toString());
        }
        return identifiers;
    }

    private static List<String> words(OrganisationView view) {
        List<String> words = new ArrayList<>(view.names().byLanguage().values());
        words.add(view.reference());
        view.identifiers().forEach(identifier -> words.add(identifier.value()));
        return words;
    }
}
