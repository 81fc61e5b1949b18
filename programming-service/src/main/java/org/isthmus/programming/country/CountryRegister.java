package org.isthmus.programming.country;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** What the other rooms may know of countries: which codes there are. */
@ApplicationScoped
public class CountryRegister {

    private final EntityManager entityManager;

    CountryRegister(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Those of the codes that stand for a known country. */
    public Set<String> known(Collection<String> codes) {
        return codes.isEmpty()
                ? Set.of()
                : new HashSet<>(entityManager
                        .createQuery("select c.code from Country c where c.code in :codes", String.class)
                        .setParameter("codes", codes)
                        .getResultList());
    }
}
