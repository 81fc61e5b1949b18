package org.isthmus.programming.policydocument;

import jakarta.persistence.Entity;
import java.util.Set;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.store.Aggregate;
import org.isthmus.kit.values.Given;

/** A policy document. Its reference never changes; what it relates to is known. */
@Entity
class PolicyDocument extends Aggregate {

    @JdbcTypeCode(SqlTypes.JSON)
    private PolicyDocumentContent content;

    PolicyDocument() {} // for Hibernate

    PolicyDocument(PolicyDocumentContent content, PolicyDocuments documents) {
        this.content = sound(content, documents);
    }

    void revise(PolicyDocumentContent revised, PolicyDocuments documents) {
        if (!revised.reference().equals(content.reference())) {
            throw Refusal.conflict(
                    "reference-fixed",
                    "The reference of policy document %s never changes".formatted(content.reference()));
        }
        this.content = sound(revised, documents);
    }

    private static PolicyDocumentContent sound(PolicyDocumentContent content, PolicyDocuments documents) {
        Faults faults = new Faults();
        Set<String> others = documents.all().known(Given.words(content.documents(), relation -> relation.reference()));
        faults.each("/documents", content.documents(), (at, relation) -> {
            faults.require(
                    !relation.reference().equals(content.reference()),
                    at + "/reference",
                    "relation-to-itself",
                    "A document stands to others, not to itself.");
            faults.require(
                    others.contains(relation.reference())
                            || relation.reference().equals(content.reference()),
                    at + "/reference",
                    "policy-document-unknown",
                    "There is no policy document '%s'.".formatted(relation.reference()));
        });
        Set<String> programmes =
                documents.programmes(Given.words(content.programmes(), relation -> relation.programmeCode()));
        faults.each(
                "/programmes",
                content.programmes(),
                (at, relation) -> faults.require(
                        programmes.contains(relation.programmeCode()),
                        at + "/programmeCode",
                        "programme-unknown",
                        "There is no programme '%s'.".formatted(relation.programmeCode())));
        faults.refuseIfAny(Refusal.Kind.INVALID, "policy-document-invalid", "The document names what there is not");
        return content;
    }

    PolicyDocumentContent content() {
        return content;
    }
}
