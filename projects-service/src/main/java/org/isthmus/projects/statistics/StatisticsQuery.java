package org.isthmus.projects.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.isthmus.kit.documents.Scope;

/**
 * The one statement behind an answer.
 *
 * <p>Each contribution is first split into its smallest units by strand and country, by the largest remainder; the parts
 * are then added up, so that however projects are grouped the same cents are counted. The total is added up from the
 * contributions themselves. What is in an umbrella's contribution that the caller may see adds nothing of its own.
 */
final class StatisticsQuery {

    private static final String PICKED = """
            with recursive above as (
                select from_id as part, to_id as umbrella from relation where type = 'PART_OF'
                union
                select a.part, r.to_id from above a join relation r on r.from_id = a.umbrella and r.type = 'PART_OF'),
            seen as not materialized (
                select * from project_document where superseded_at is null and %s),
            included as (
                select distinct a.part from above a join seen o on o.id = a.umbrella where o.amount is not null),
            picked as materialized (
                select d.id, d.strands, d.countries, d.regions, d.years, cast(d.first_year as text) as year, d.status,
                       d.programme, d.scope, d.currency, d.amount is null as is_unknown, i.part is not null as is_included,
                       case when d.amount is null or i.part is not null then 0 else d.amount end as amount,
                       case when d.currency = any (?) then 1 when d.currency = any (?) then 1000 else 100 end as units,
                       b.body -> 'strands' as strand_shares, b.body -> 'countries' as country_shares
                  from seen d
                  left join included i on i.part = d.id
                 cross join lateral (select cast(d.body as jsonb) as body offset 0) b
                 where true""";

    private static final String PARTS = """
            ),
            strand as (
                select id, strand, case when is_shared then share else 100 end as share
                  from (select p.id, s.value ->> 'code' as strand, cast(s.value ->> 'share' as numeric) as share, s.n,
                               bool_and(s.value ->> 'share' is not null) over w
                                   and sum(cast(s.value ->> 'share' as numeric)) over w = 100 as is_shared
                          from picked p
                         cross join lateral jsonb_array_elements(p.strand_shares) with ordinality s (value, n)
                        window w as (partition by p.id)) s
                 where case when is_shared then share > 0 else n = 1 end),
            country as (
                select id, country, case when n = 1 then 100 else share end as share, is_known
                  from (select id, country, share, n, n = 1 or (every_share and whole = 100) as is_known
                          from (select p.id, c.code as country, sum(c.share) as share,
                                       count(*) over w as n,
                                       bool_and(bool_and(c.share is not null)) over w as every_share,
                                       sum(sum(c.share)) over w as whole
                                  from picked p
                                 cross join lateral jsonb_to_recordset(p.country_shares)
                                       as c (code text, share numeric, role text)
                                 where c.role in ('BENEFICIARY', 'PILOT') and c.share is distinct from 0
                                 group by p.id, c.code
                                window w as (partition by p.id)) s) k),
            parts as (
                select p.id, p.currency, p.units, p.year, p.status, p.programme, p.scope, s.strand, c.country, r.region,
                       case when n.id is null then 'no country' else 'country shares unknown' end as country_why,
                       p.amount * p.units as whole,
                       p.amount * p.units * coalesce(s.share, 100) * coalesce(c.share, 100) * 0.0001 as exact
                  from picked p
                  left join strand s on s.id = p.id
                  left join country c on c.id = p.id and c.is_known
                  left join (select distinct id from country) n on n.id = p.id
                  left join known_country r on r.code = c.country),
            split as (
                select p.*, (floor(exact) + case
                           when row_number() over (partition by id order by exact - floor(exact) desc, strand, country)
                                <= whole - sum(floor(exact)) over (partition by id)
                           then 1 else 0 end) / units as amount
                  from parts p),
            keyed as (
                select id, currency, amount, %s, nullif(concat_ws(', ', %s), '') as why from split)
            select 'ROW' as kind, cast(null as text) as why, cast(null as text) as currency, count(*) as projects,
                   cast(null as numeric) as amount, %s
              from picked p %s
            """;

    private static final String SUMS = """
            union all
            select 'ROW', null, currency, 0, sum(amount), %1$s from keyed where why is null group by currency, %1$s
            union all
            select 'WHY', why, currency, count(distinct id), sum(amount), %2$s
              from keyed where why is not null group by why, currency
            union all
            select 'NOT_ATTRIBUTED', null, currency, count(distinct id), sum(amount), %2$s
              from keyed where why is not null group by currency
            union all
            select 'TOTAL', null, currency, count(*), sum(amount), %2$s from picked group by currency
            union all
            select 'INCLUDED', null, null, count(*), null, %2$s from picked where is_included
            union all
            select 'UNKNOWN', null, null, count(*), null, %2$s from picked where is_unknown
            union all
            select 'POSITION', null, null, coalesce(max(position), 0), null, %2$s from outbox
             order by kind, %1$s, why, currency
            """;

    private final Question question;
    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    StatisticsQuery(Question question, Scope scope) {
        this.question = question;
        add(PICKED.formatted(scope.condition()), scope.values());
        values.add(currenciesWith(0));
        values.add(currenciesWith(3));
        question.filters().forEach(this::filter);
        addParts();
        sql.append(SUMS.formatted(names("k%d"), names("null")));
    }

    String sql() {
        return sql.toString();
    }

    List<Object> values() {
        return values;
    }

    private void filter(Filter filter, Collection<String> asked) {
        List<String> given =
                asked.stream().filter(value -> !value.equals(Question.NONE)).toList();
        List<String> alternatives = new ArrayList<>();
        if (!given.isEmpty()) {
            alternatives.add("d." + filter.isAny());
            values.add(given);
        }
        if (given.size() < asked.size()) {
            alternatives.add("d." + filter.isNone());
        }
        sql.append(" and (").append(String.join(" or ", alternatives)).append(")");
    }

    private void addParts() {
        List<String> keys = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        StringBuilder members = new StringBuilder();
        List<Object> asked = new ArrayList<>();
        for (int i = 0; i < question.dimensions().size(); i++) {
            Dimension dimension = question.dimensions().get(i);
            keys.add("%s as k%d".formatted(dimension.key(), i));
            String why = "case when %s is null then %s".formatted(dimension.key(), dimension.why());
            members.append(" cross join lateral %s m%d (k%d)".formatted(dimension.members(), i, i));
            if (question.asked(dimension).isPresent()) {
                why += " when %s <> all (?) then 'another %s than asked for'"
                        .formatted(dimension.key(), dimension.parameter());
                asked.add(question.asked(dimension).get());
            }
            reasons.add(why + " end");
        }
        values.addAll(asked);
        add(
                PARTS.formatted(
                        String.join(", ", keys), String.join(", ", reasons), names("k%d"), members + membersAsked()),
                asked);
    }

    /** A project is counted under each key that it has, as far as it is asked for. */
    private String membersAsked() {
        return IntStream.range(0, question.dimensions().size())
                .mapToObj(i -> "k%d is not null".formatted(i)
                        + (question.asked(question.dimensions().get(i)).isPresent()
                                ? " and k%d = any (?)".formatted(i)
                                : ""))
                .collect(Collectors.joining(" and ", " where ", " group by " + names("k%d")));
    }

    private String names(String name) {
        return IntStream.range(0, question.dimensions().size())
                .mapToObj(name::formatted)
                .collect(Collectors.joining(", "));
    }

    private void add(String fragment, List<Object> bound) {
        sql.append(fragment);
        values.addAll(bound);
    }

    private static List<String> currenciesWith(int decimals) {
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getDefaultFractionDigits() == decimals)
                .map(Currency::getCurrencyCode)
                .toList();
    }
}
