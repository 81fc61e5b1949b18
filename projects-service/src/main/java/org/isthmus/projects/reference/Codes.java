package org.isthmus.projects.reference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.isthmus.kit.rules.Faults;
import org.jspecify.annotations.Nullable;

/** What the codes that a project names stand for; an unknown one is named with where it stands. */
@ApplicationScoped
public class Codes {

    private final Session database;

    Codes(Session database) {
        this.database = database;
    }

    /** A programme as a project shows it. */
    public record Programme(UUID id, String code) {}

    /** An action as a project shows it. */
    public record Action(UUID id, String reference) {}

    public void checkProgramme(String pointer, @Nullable String code, Faults faults) {
        if (code != null && programme(code).isEmpty()) {
            faults.add(pointer, "programme-unknown", "There is no programme '%s'.".formatted(code));
        }
    }

    /** A strand of any programme will do: sources place projects in strands of a later programme. */
    public void checkStrands(String pointer, List<String> codes, Faults faults) {
        check(pointer, codes, "known_strand", "strand", faults);
    }

    public void checkCountries(String pointer, List<String> codes, Faults faults) {
        check(pointer, codes, "known_country", "country", faults);
    }

    public void checkAction(String pointer, @Nullable UUID id, Faults faults) {
        if (id != null && action(id).isEmpty()) {
            faults.add(pointer, "action-unknown", "No adopted work programme has an action %s.".formatted(id));
        }
    }

    public Optional<Programme> programme(@Nullable String code) {
        return database.createNativeQuery("select id, code from known_programme where code = :code", Tuple.class)
                .setParameter("code", code)
                .getResultStream()
                .map(row -> new Programme(row.get(0, UUID.class), row.get(1, String.class)))
                .findFirst();
    }

    public Optional<Action> action(@Nullable UUID id) {
        return database.createNativeQuery("select id, reference from known_action where id = :id", Tuple.class)
                .setParameter("id", id)
                .getResultStream()
                .map(row -> new Action(row.get(0, UUID.class), row.get(1, String.class)))
                .findFirst();
    }

    /** The regions that the countries count for, by country. */
    public Map<String, String> regions(Collection<String> countries) {
        return countries.isEmpty()
                ? Map.of()
                : database.createNativeQuery(
                                "select code, region from known_country where code in (:codes)", Tuple.class)
                        .setParameter("codes", countries)
                        .getResultStream()
                        .collect(Collectors.toMap(row -> row.get(0, String.class), row -> row.get(1, String.class)));
    }

    private void check(String pointer, List<String> codes, String table, String noun, Faults faults) {
        if (codes.isEmpty()) {
            return;
        }
        Set<Object> known = new HashSet<>(database.createNativeQuery(
                        "select distinct code from %s where code in (:codes)".formatted(table), String.class)
                .setParameter("codes", codes)
                .getResultList());
        for (int i = 0; i < codes.size(); i++) {
            if (!known.contains(codes.get(i))) {
                faults.add(
                        "%s/%d/code".formatted(pointer, i),
                        noun + "-unknown",
                        "There is no %s '%s'.".formatted(noun, codes.get(i)));
            }
        }
    }
}
