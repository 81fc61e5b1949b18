package org.isthmus.programming.publishedfigures;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.query.Row;
import org.isthmus.kit.values.Money;
import org.isthmus.kit.values.PartialDate;
import org.isthmus.programming.programme.ProgrammeRegister.Known;
import org.isthmus.programming.programme.ProgrammeRegister.KnownClaim;
import org.isthmus.programming.publishedfigures.PublishedFiguresView.Compared;
import org.isthmus.programming.publishedfigures.PublishedFiguresView.Definition;
import org.isthmus.programming.publishedfigures.PublishedFiguresView.Measured;
import org.jspecify.annotations.Nullable;

/**
 * Puts what documents print beside what is recorded for the same time.
 *
 * <p>Documents rarely say which programme paid a project, so all recorded projects count, and the answer tells how many of
 * them are known to belong to the programme. Money that an umbrella's commitment holds counts once, with the umbrella.
 */
@ApplicationScoped
class ComparePublishedFigures {

    private static final String ASKED = """
            with asked as (
                select cast(? as date) as since, cast(? as date) as until, cast(? as text) as programme,
                       cast(? as boolean) as official),
            """;

    private static final String PROJECTS = """
            item as (
                select 1 as value, p.start_on as day, p.programme
                  from known_project p, asked where p.published or asked.official)
            """;

    private static final String AMOUNTS = """
            included as (
                select distinct u.part
                  from (select array_agg(distinct project_id) as ids from known_commitment) p, asked,
                       umbrella_above(p.ids, cast(null as timestamptz), asked.official) u
                 where exists (select from known_commitment k where k.project_id = u.umbrella and k.committed > 0)),
            item as (
                select c.committed - c.decommitted as value, c.effective_on as day, p.programme
                  from asked, known_commitment c left join known_project p on p.id = c.project_id
                 where (p.published or asked.official) and not exists (select from included i where i.part = c.project_id))
            """;

    private static final String SUMS = """
            , told as (
                select i.value, i.programme, a.programme as here, i.day is null as undated, i.day < a.since as before,
                       i.day > a.until as after,
                       coalesce(i.day >= a.since and (a.until is null or i.day <= a.until), false) as counts
                  from item i, asked a)
            select coalesce(sum(value) filter (where counts), 0) as recorded,
                   coalesce(sum(value) filter (where counts and programme = here), 0) as inside,
                   coalesce(sum(value) filter (where counts and programme <> here), 0) as others,
                   coalesce(sum(value) filter (where counts and programme is null), 0) as nowhere,
                   coalesce(sum(value) filter (where before), 0) as before,
                   coalesce(sum(value) filter (where after), 0) as after,
                   coalesce(sum(value) filter (where undated), 0) as undated
              from told
            """;

    private final DataSource database;

    ComparePublishedFigures(DataSource database) {
        this.database = database;
    }

    PublishedFiguresView of(Known programme, boolean official) {
        List<Compared> figures = programme.claims().stream()
                .map(figure -> compared(figure, programme.code(), official))
                .toList();
        return new PublishedFiguresView(programme.code(), figures);
    }

    private Compared compared(KnownClaim figure, String programme, boolean official) {
        LocalDate since = figure.since().first();
        @Nullable PartialDate of = figure.source().asOf();
        @Nullable LocalDate until = of == null ? null : of.last();
        return Query.of(ASKED, since, until, programme, official)
                .add(figure.amount() == null ? PROJECTS : AMOUNTS)
                .add(SUMS)
                .only(database, row -> compared(figure, since, until, row));
    }

    private static Compared compared(KnownClaim figure, LocalDate since, @Nullable LocalDate until, Row row) {
        boolean amounts = figure.amount() != null;
        Measured published = new Measured(figure.count(), figure.amount());
        Measured recorded = measured(row, "recorded", amounts);
        return new Compared(
                figure.label(),
                amounts ? "AMOUNT" : "PROJECTS",
                figure.approximate(),
                figure.since(),
                figure.source(),
                published,
                recorded,
                difference(published, recorded),
                new Definition(
                        amounts
                                ? "Commitments less decommitments, historical ones included, by their date, an umbrella's"
                                        + " with its parts once"
                                : "Projects by their start",
                        since,
                        until,
                        measured(row, "inside", amounts),
                        measured(row, "others", amounts),
                        measured(row, "nowhere", amounts),
                        measured(row, "before", amounts),
                        measured(row, "after", amounts),
                        measured(row, "undated", amounts)));
    }

    private static Measured measured(Row row, String column, boolean amount) {
        BigDecimal value = row.decimal(column);
        return amount ? new Measured(null, Money.euros(value)) : new Measured(value.intValueExact(), null);
    }

    private static Measured difference(Measured published, Measured recorded) {
        return published.amount() != null && recorded.amount() != null
                ? new Measured(null, published.amount().minus(recorded.amount()))
                : new Measured(count(published) - count(recorded), null);
    }

    private static int count(Measured measured) {
        return measured.count() == null ? 0 : measured.count();
    }
}
