package org.isthmus.projects.reference;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.isthmus.kit.events.CopyAge;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.values.Classification;
import org.isthmus.kit.values.CountryCodes;
import org.jspecify.annotations.Nullable;

/** What the codes that a project names stand for; an unknown one is named with where it stands. */
@ApplicationScoped
public class Codes {

    private final DataSource database;
    private final CopyAge age;

    Codes(DataSource database, CopyAge age) {
        this.database = database;
        this.age = age;
    }

    /** A programme as a project shows it. */
    public record Programme(UUID id, String code) {}

    /** An action as a project shows it, and the programme that pays for it, as far as that was told. */
    public record Action(
            UUID id, String reference, @Nullable String programme) {}

    public void checkProgramme(String pointer, @Nullable String code, Faults faults) {
        if (code != null && programme(code).isEmpty()) {
            faults.add(age.unknown(pointer, "programme", "'%s'".formatted(code), "programming.programmes"));
        }
    }

    /** A strand of any programme will do: sources place projects in strands of a later programme. */
    public void checkStrands(String pointer, List<String> codes, Faults faults) {
        check(pointer, codes, "known_strand", "strand", "programming.programmes", code -> "", faults);
    }

    public void checkCountries(String pointer, List<String> codes, Faults faults) {
        check(pointer, codes, "known_country", "country", "programming.countries", CountryCodes::hint, faults);
    }

    public void checkTerms(String pointer, List<Classification> classifications, Faults faults) {
        Classification.check(pointer, classifications, faults);
        List<String> terms = classifications.stream().map(Classification::term).toList();
        check(pointer, terms, "known_term", "term", "programming.vocabulary-terms", code -> "", faults);
    }

    public void checkAction(String pointer, @Nullable UUID id, Faults faults) {
        if (id != null && action(id).isEmpty()) {
            faults.add(
                    pointer,
                    "action-unknown",
                    "No adopted work programme has an action %s. %s"
                            .formatted(id, age.words("programming.work-programmes")));
        }
    }

    public Optional<Programme> programme(@Nullable String code) {
        return code == null
                ? Optional.empty()
                : Query.of("select id, code from known_programme where code = ?", code)
                        .first(database, row -> new Programme(row.uuid("id"), row.text("code")));
    }

    public Optional<Action> action(@Nullable UUID id) {
        return id == null
                ? Optional.empty()
                : Query.of("select reference, programme from known_action where id = ?", id)
                        .first(database, row -> new Action(id, row.text("reference"), row.findText("programme")));
    }

    /** The regions that the countries count for, by country. */
    public Map<String, String> regions(Collection<String> countries) {
        return countries.isEmpty()
                ? Map.of()
                : Query.of("select code, region from known_country where code = any (?)", countries)
                        .list(database, row -> Map.entry(row.text("code"), row.text("region")))
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The codes that printed regions stand for; a writing that no region has stands for itself. */
    public List<String> regionCodes(List<String> printed) {
        return printed.isEmpty()
                ? List.of()
                : Query.of("""
                        select region_code(p.writing) as code
                          from unnest(cast(? as text[])) with ordinality p (writing, n) order by p.n
                        """, printed).list(database, row -> row.text("code")).stream()
                        .distinct()
                        .toList();
    }

    /** All names and titles, in each language, of what the codes stand for. */
    public List<String> names(
            Collection<String> countries,
            Collection<String> strands,
            Collection<String> regions,
            Collection<String> terms,
            Optional<Action> action,
            Optional<Programme> programme) {
        return Query.of(
                        """
                        select unnest(names) as name from known_country where code = any (?)
                        union select unnest(titles) from known_strand where code = any (?)
                        union select unnest(code || also_written || titles) from known_region where code = any (?)
                        union select unnest(titles) from known_term where code = any (?)
                        union select unnest(titles) from known_action where id = ?
                        union select unnest(titles) from known_programme where id = ?
                        """,
                        countries,
                        strands,
                        regions,
                        terms,
                        action.map(Action::id).orElse(new UUID(0, 0)),
                        programme.map(Programme::id).orElse(new UUID(0, 0)))
                .list(database, row -> row.text("name"));
    }

    /** The regions and all that they are parts of. */
    public List<String> regionsAbove(Collection<String> codes) {
        return codes.isEmpty() ? List.of() : Query.of("""
                        with recursive above (code) as (
                            select unnest(cast(? as text[]))
                            union
                            select r.parent from above a join known_region r on r.code = a.code
                             where r.parent is not null)
                        select code from above order by code
                        """, codes).list(database, row -> row.text("code"));
    }

    /** One that could not be read is null. */
    private void check(
            String pointer,
            List<String> codes,
            String table,
            String noun,
            String topic,
            UnaryOperator<String> hint,
            Faults faults) {
        if (codes.isEmpty()) {
            return;
        }
        Set<String> known = new HashSet<>(Query.of("select code from %s where code = any (?)".formatted(table), codes)
                .list(database, row -> row.text("code")));
        for (int i = 0; i < codes.size(); i++) {
            if (codes.get(i) != null && !known.contains(codes.get(i))) {
                String named = "'%s'%s".formatted(codes.get(i), hint.apply(codes.get(i)));
                faults.add(age.unknown("%s/%d/code".formatted(pointer, i), noun, named, topic));
            }
        }
    }
}
