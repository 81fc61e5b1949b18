-- To what money belongs, and how it is cut.

-- Cuts an amount into whole units (cents) by weights, by the largest remainder: no unit is lost or made, and of equal
-- remainders the first comes first. No part exceeds its limit where limits are given and leave room for the amount.
create function split_to_cent(amount numeric, weights numeric[], limits numeric[] default null, unit numeric default 0.01)
    returns numeric[] language plpgsql immutable parallel safe as $$
declare
    number    int := cardinality(weights);
    units     numeric := abs(amount) / unit;
    whole     numeric := 0;
    room      numeric := 0;
    remaining numeric;
    parts     numeric[] := array_fill(0::numeric, array[number]);
    rests     numeric[] := array_fill(0::numeric, array[number]);
    best      int;
    exact     numeric;
begin
    if number = 1 then
        return array[amount];
    end if;
    for i in 1 .. number loop
        whole := whole + weights[i];
        room := room + coalesce(limits[i], 0);
    end loop;
    if whole <= 0 or units <> trunc(units) then
        raise exception 'cannot cut % by %', amount, weights using errcode = 'data_exception';
    end if;
    if limits is not null and room < abs(amount) then
        limits := null;
    end if;
    remaining := units;
    for i in 1 .. number loop
        exact := units * weights[i] / whole;
        parts[i] := floor(exact);
        rests[i] := exact - parts[i];
        if limits is not null and parts[i] > limits[i] / unit then
            parts[i] := limits[i] / unit;
        end if;
        remaining := remaining - parts[i];
    end loop;
    while remaining > 0 loop
        best := null;
        for i in 1 .. number loop
            if weights[i] > 0 and (limits is null or parts[i] < limits[i] / unit)
                    and (best is null or rests[i] > rests[best]) then
                best := i;
            end if;
        end loop;
        parts[best] := parts[best] + 1;
        rests[best] := rests[best] - 1;
        remaining := remaining - 1;
    end loop;
    for i in 1 .. number loop
        parts[i] := sign(amount) * parts[i] * unit;
    end loop;
    return parts;
end $$;

-- A project or an action whose money is attributed, as its owner told it last before a time: its umbrella and the
-- contribution that the umbrella's contains. Whether it is published is no matter of then: readers see what they may now.
create table attributed_subject (
    subject       uuid        not null,
    reference     text        not null,
    published     boolean     not null,
    umbrella      uuid,
    contribution  numeric(19, 4),
    currency      varchar(3),
    first_year    int, -- in which a project ran, as far as that is known
    last_year     int,
    runs_on       boolean     not null, -- each year that begins is one more
    year_reason   text, -- why no year has its money; else the first has
    recorded_from timestamptz not null,
    recorded_to   timestamptz,
    primary key (subject, recorded_from)
);

create index attributed_subject_umbrella on attributed_subject (umbrella) where umbrella is not null;

-- Which share of its money belongs to what: in each dimension the shares make the whole, and what belongs to nothing
-- says why. A place is a country with its region, a region alone, or neither; where countries joined or left, the shares of
-- each time make the whole.
create table attributed_share (
    subject       uuid          not null,
    dimension     text          not null check (dimension in ('PROGRAMME', 'STRAND', 'PLACE')),
    line          int           not null,
    code          text,
    reason        text,
    region        text,
    region_reason text,
    share         numeric(9, 4) not null check (share > 0 and share <= 100),
    valid_from    date,
    valid_to      date,
    recorded_from timestamptz   not null,
    recorded_to   timestamptz,
    primary key (subject, dimension, recorded_from, line),
    constraint attributed_share_code_or_reason check ((code is null) = (reason is not null)),
    constraint attributed_share_region check (dimension = 'PLACE' and (region is null) = (region_reason is not null)
        or dimension <> 'PLACE' and region is null and region_reason is null)
);

create index attributed_share_code on attributed_share (dimension, code, subject) where recorded_to is null;

create function known_at(recorded_from timestamptz, recorded_to timestamptz, at timestamptz) returns boolean
    language sql immutable parallel safe as $$
    select case when at is null then recorded_to is null
                else recorded_from <= at and (recorded_to is null or recorded_to > at) end
$$;

create function valid_on(valid_from date, valid_to date, day date) returns boolean
    language sql immutable parallel safe as $$
    select (valid_from is null or valid_from <= day) and (valid_to is null or valid_to >= day)
$$;

-- The parts of umbrellas whose contribution an umbrella's contains: the nearest one that a reader sees and whose
-- contribution is known.
create function part_of_umbrella(recorded timestamptz, everything boolean)
    returns table (part uuid, umbrella uuid, contribution numeric, of_umbrella numeric) language sql stable as $$
    with recursive known as materialized (
        select * from attributed_subject s where known_at(s.recorded_from, s.recorded_to, recorded)),
    above as (
        select k.subject as part, k.umbrella, 1 as depth from known k
         where k.umbrella is not null and k.contribution > 0 and (everything or k.published)
        union all
        select a.part, u.umbrella, a.depth + 1
          from above a join known u on u.subject = a.umbrella
         where u.umbrella is not null and not (u.contribution > 0 and (everything or u.published)) is true
           and a.depth < 20)
    select c.subject, u.subject, c.contribution, u.contribution
      from above a
      join known c on c.subject = a.part
      join known u on u.subject = a.umbrella
     where u.contribution > 0 and u.currency = c.currency and (everything or u.published)
$$;

-- All that stands above subjects, at every depth.
create function umbrella_above(asked uuid[], recorded timestamptz, everything boolean)
    returns table (part uuid, umbrella uuid, depth int) language sql stable as $$
    with recursive inside as materialized (select * from part_of_umbrella(recorded, everything)),
    above as (
        select i.part, i.umbrella, 1 as depth from inside i where i.part = any (asked)
        union all
        select a.part, i.umbrella, a.depth + 1 from above a join inside i on i.part = a.umbrella where a.depth < 20)
    select * from above
$$;

-- Into which lines the money of subjects is cut, by the shares that hold on a day: one set of them for all of it. An umbrella's is cut by the contributions of its parts, at every depth,
-- each part's by its own shares, and only what is left by the umbrella's own.
create function attribution_line(asked uuid[], recorded timestamptz, everything boolean, day date)
    returns table (subject uuid, line int, node uuid, weight numeric, programme text, programme_reason text,
                   strand text, strand_reason text, country text, country_reason text, region text, region_reason text)
    language sql stable as $$
    with recursive inside as materialized (select * from part_of_umbrella(recorded, everything)),
    whole as (
        select umbrella, greatest(min(of_umbrella), sum(contribution)) as amount, sum(contribution) as parts
          from inside group by umbrella),
    piece as (
        select a as subject, a as node, 0 as depth, 1::numeric as weight from unnest(asked) a
        union all
        select p.subject, i.part, p.depth + 1, p.weight * i.contribution / w.amount
          from piece p join inside i on i.umbrella = p.node join whole w on w.umbrella = p.node
         where p.depth < 20)
    select p.subject, (row_number() over (partition by p.subject order by p.depth, p.node, s.line, k.line))::int, p.node,
           p.weight * coalesce(1 - w.parts / w.amount, 1) * coalesce(s.share, 100) * coalesce(k.share, 100),
           g.code, coalesce(g.reason, case when g.subject is null then 'project unknown' end),
           s.code, coalesce(s.reason, case when s.subject is null then 'project unknown' end),
           k.code, coalesce(k.reason, case when k.subject is null then 'project unknown' end),
           k.region, coalesce(k.region_reason, case when k.subject is null then 'project unknown' end)
      from piece p
      left join whole w on w.umbrella = p.node
      left join attributed_share g on g.subject = p.node and g.dimension = 'PROGRAMME'
                                  and known_at(g.recorded_from, g.recorded_to, recorded)
      left join attributed_share s on s.subject = p.node and s.dimension = 'STRAND'
                                  and known_at(s.recorded_from, s.recorded_to, recorded)
      left join attributed_share k on k.subject = p.node and k.dimension = 'PLACE'
                                  and known_at(k.recorded_from, k.recorded_to, recorded)
                                  and valid_on(k.valid_from, k.valid_to, day)
     where w.umbrella is null or w.parts < w.amount
$$;

revoke update, delete, truncate on attributed_subject, attributed_share from ${app};
grant update (recorded_to, published) on attributed_subject to ${app};
grant update (recorded_to) on attributed_share to ${app};

-- Makes from a table of regions, with columns "parent", "also_written" and "titles":
-- region_code, the code that a writing stands for, whatever its capitals; one that no region has stands for itself;
-- region_codes, the same of several; regions_within, the regions asked for in any writing and all that are parts of them.
create procedure make_regions_within(regions text, code text) language plpgsql as $$
begin
    execute format(
        'create function region_code(writing text) returns text language sql stable as $f$'
        '    select coalesce((select r.%1$I'
        '                       from %2$I r'
        '                      cross join lateral ('
        '                          select 1, r.%1$I union all select 2, unnest(r.also_written)'
        '                          union all select 3, unnest(r.titles)) n (rank, name)'
        '                      where lower(n.name) = lower(btrim(writing)) order by n.rank, r.%1$I limit 1), writing) $f$',
        code, regions);
    execute
        'create function region_codes(writings text[]) returns text[] language sql stable as $f$'
        '    select array(select distinct region_code(w) from unnest(writings) w) $f$';
    execute format(
        'create function regions_within(asked text[]) returns text[] language sql stable as $f$'
        '    with recursive inside (code) as ('
        '        select unnest(region_codes(asked))'
        '        union'
        '        select r.%1$I from inside i join %2$I r on r.parent = i.code)'
        '    select array(select code from inside) $f$', code, regions);
end
$$;
