-- No account but a source holds less than nothing on any day, however late its movements are entered.

alter table account add column last_effective_on date;

update account a
   set last_effective_on = (select max(m.effective_on)
                              from entry e join movement m on m.id = e.movement_id where e.account_id = a.id);

create function entries_overdraw_no_day() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    wrong text;
begin
    update account a
       set last_effective_on = d.last
      from (select e.account_id, max(m.effective_on) as last
              from added e join movement m on m.id = e.movement_id group by e.account_id) d
     where a.id = d.account_id and (a.last_effective_on is null or a.last_effective_on < d.last);
    -- only what is taken before the account's last day can leave a day between with less than nothing
    select taken.key into wrong
      from (select distinct a.id, a.key
              from added e join movement m on m.id = e.movement_id join account a on a.id = e.account_id
             where e.amount < 0 and a.kind <> 'SOURCE' and m.effective_on < a.last_effective_on) taken
     where exists (
           select from (select sum(sum(e.amount)) over (order by m.effective_on) as held
                          from entry e join movement m on m.id = e.movement_id
                         where e.account_id = taken.id group by m.effective_on) days
            where held < 0)
     limit 1;
    if found then
        raise exception 'account % would hold less than nothing on some day', wrong using errcode = 'check_violation';
    end if;
    return null;
end $$;

create trigger entries_overdraw_no_day after insert on entry
    referencing new table as added for each statement execute function entries_overdraw_no_day();
