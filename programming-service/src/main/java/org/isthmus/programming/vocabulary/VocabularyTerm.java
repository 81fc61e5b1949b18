package org.isthmus.programming.vocabulary;

import jakarta.persistence.Entity;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.store.Aggregate;
import org.isthmus.kit.values.PartialDate;

/** A term of a vocabulary. Its vocabulary and its code never change; its parent is of the same vocabulary. */
@Entity
class VocabularyTerm extends Aggregate {

    @JdbcTypeCode(SqlTypes.JSON)
    private VocabularyTermContent content;

    VocabularyTerm() {} // for Hibernate

    VocabularyTerm(VocabularyTermContent content, VocabularyTerms terms) {
        this.content = sound(content, terms);
    }

    void revise(VocabularyTermContent revised, VocabularyTerms terms) {
        if (!revised.reference().equals(content.reference())) {
            throw Refusal.conflict("code-fixed", "The code of term %s never changes".formatted(content.reference()));
        }
        this.content = sound(revised, terms);
    }

    private static VocabularyTermContent sound(VocabularyTermContent content, VocabularyTerms terms) {
        Faults faults = new Faults();
        PartialDate.requireOrder(faults, "", content.from(), content.to());
        String parent = content.parent();
        if (parent != null) {
            List<String> above = terms.above(parent);
            faults.require(!above.isEmpty(), "/parentCode", "term-unknown", "There is no term '%s'.".formatted(parent));
            faults.require(
                    !above.contains(content.reference()),
                    "/parentCode",
                    "parent-loop",
                    "%s is a part of it.".formatted(parent));
        }
        faults.refuseIfAny(Refusal.Kind.INVALID, "vocabulary-term-invalid", "The term does not fit its vocabulary");
        return content;
    }

    @Override
    public List<VocabularyTermEvent> told() {
        return List.of(VocabularyTermEvent.of(this));
    }

    VocabularyTermContent content() {
        return content;
    }
}
