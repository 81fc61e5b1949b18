package org.isthmus.funding.budgetline;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** All budget lines. */
@ApplicationScoped
class BudgetLines implements PanacheRepositoryBase<BudgetLine, UUID> {

    boolean has(String code) {
        return count("code", code) > 0;
    }

    /** Those of the codes that there are. */
    Set<String> known(Collection<String> codes) {
        return new HashSet<>(getEntityManager()
                .createQuery("select code from BudgetLine where code in :codes", String.class)
                .setParameter("codes", codes)
                .getResultList());
    }
}
