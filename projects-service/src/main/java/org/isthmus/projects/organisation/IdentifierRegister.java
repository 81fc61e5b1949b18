package org.isthmus.projects.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.isthmus.kit.query.Locks;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.values.PartialDate;
import org.jspecify.annotations.Nullable;

/** Guards that an identifier stands for one organisation at a time. */
@ApplicationScoped
class IdentifierRegister {

    private static final String GIVEN =
            "unnest(cast(? as text[]), cast(? as date[]), cast(? as date[])) with ordinality i (identifier, valid_from, valid_to, n)";

    private final DataSource database;

    IdentifierRegister(DataSource database) {
        this.database = database;
    }

    /** Keeps those of an organisation: 409 where another one holds one of them within the same time. */
    void keep(Organisation organisation) {
        Query.of("delete from organisation_identifier where organisation_id = ?", organisation.id())
                .execute(database);
        List<Identifier> identifiers = organisation.content().identifiers();
        if (identifiers.isEmpty()) {
            return;
        }
        Locks.lock(database, "identifiers of organisations");
        refuseTaken(identifiers);
        Query.of(
                        "insert into organisation_identifier select cast(? as uuid), identifier, valid_from, valid_to from ",
                        organisation.id())
                .add(given(identifiers))
                .execute(database);
    }

    private void refuseTaken(List<Identifier> identifiers) {
        Faults faults = new Faults();
        Query.of("select cast(i.n as int) as n, o.reference from ")
                .add(given(identifiers))
                .add("""
                         join organisation_identifier k on k.identifier = i.identifier
                          and coalesce(k.valid_from <= i.valid_to, true) and coalesce(i.valid_from <= k.valid_to, true)
                         join organisation o on o.id = k.organisation_id
                         order by i.n
                        """)
                .list(database, row -> {
                    int place = row.integer("n") - 1;
                    return faults.add(
                            "/identifiers/" + place,
                            "identifier-taken",
                            "%s stands for %s within this time."
                                    .formatted(identifiers.get(place), row.text("reference")));
                });
        faults.refuseIfAny(
                Refusal.Kind.CONFLICT, "identifier-taken", "An identifier stands for one organisation at a time");
    }

    private static Query given(List<Identifier> identifiers) {
        return Query.of(
                GIVEN,
                identifiers.stream().map(Identifier::folded).toList(),
                days(identifiers, Identifier::from, PartialDate::first),
                days(identifiers, Identifier::to, PartialDate::last));
    }

    private static List<@Nullable LocalDate> days(
            List<Identifier> identifiers,
            Function<Identifier, @Nullable PartialDate> bound,
            Function<PartialDate, LocalDate> day) {
        return identifiers.stream()
                .<@Nullable LocalDate>map(identifier -> {
                    PartialDate date = bound.apply(identifier);
                    return date == null ? null : day.apply(date);
                })
                .toList();
    }
}
