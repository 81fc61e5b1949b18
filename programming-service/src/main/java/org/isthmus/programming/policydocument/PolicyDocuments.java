package org.isthmus.programming.policydocument;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.isthmus.kit.lists.Parameter.Known;
import org.isthmus.kit.lists.Type;
import org.isthmus.kit.lists.ViewTable;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.store.Aggregates;
import org.isthmus.kit.store.Store;
import org.isthmus.kit.values.Given;
import org.isthmus.programming.programme.ProgrammeRegister;

/** All policy documents: how they are kept and found. */
@ApplicationScoped
class PolicyDocuments implements PanacheRepositoryBase<PolicyDocument, UUID> {

    private static final Known REFERENCES =
            Known.in("reference of a policy document, such as Hague programme", "policy_document_view", "reference");
    private static final Known RELATIONS = Known.of("kind of relation", PolicyDocumentContent.RelationType.class);

    // formatter:off
    static final ViewTable<PolicyDocument> VIEWS = ViewTable.<PolicyDocument>of("policy-document", "/v1/policy-documents", PolicyDocumentView.class)
            .cell("id", "/id")
            .reference(document -> document.content().reference(), "Its reference.").csv()
            .column("title", Type.COLLATED, document -> document.content().title().any(), "Title.").sort().text("title", "/title").cell("kind", "/kind")
            .column("first_day", Type.DATE, document -> Given.part(document.content().date(), date -> date.first()), "First day that its date can be.").optional().sort("date").from("dateFrom", "Dated on this day or later.").until("dateTo", "Dated on this day or earlier.").cell("date", "/date")
            .column("documents", Type.TEXTS, document -> Given.words(document.content().documents(), relation -> relation.reference()), "Document that it stands to, by reference.").filter("document").known(REFERENCES).cell("documents", "/documents/*/reference")
            .column("programmes", Type.TEXTS, document -> Given.words(document.content().programmes(), relation -> relation.programmeCode()), "Programme that stands to it, by code.").filter("programme").known(ProgrammeRegister.CODES).facet().cell("programmes", "/programmes/*/programmeCode")
            .column("relations", Type.TEXTS, document -> document.content().relations(), "Kind of relation.").filter("relation").known(RELATIONS).facet();
    // formatter:on

    private final Aggregates<PolicyDocument, PolicyDocumentView> aggregates;
    private final DataSource database;

    PolicyDocuments(Store store, DataSource database) {
        aggregates = store.aggregates(this, VIEWS, PolicyDocumentView::of).writtenAs(PolicyDocument::content);
        this.database = database;
    }

    Aggregates<PolicyDocument, PolicyDocumentView> all() {
        return aggregates;
    }

    /** Those of the codes that stand for a programme. */
    Set<String> programmes(Collection<String> codes) {
        return codes.isEmpty()
                ? Set.of()
                : new HashSet<>(Query.of("select code from programme where code = any (?)", codes)
                        .list(database, row -> row.text("code")));
    }
}
