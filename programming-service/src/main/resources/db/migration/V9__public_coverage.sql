-- The public counts the money of published projects only. What its documents said before can't be told apart: it goes.
-- The next recount finds a newer version than its documents, and writes them anew.
update coverage c set version = version + 1, figures = jsonb_build_object(
    'all', (c.figures - 'all' - 'published') || jsonb_build_object('projects', c.figures -> 'all'),
    'published', (
        select jsonb_build_object(
            'committed', jsonb_build_object('amount', coalesce(sum(k.committed), 0)::numeric(19, 2)::text, 'currency', 'EUR'),
            'decommitted', jsonb_build_object('amount', coalesce(sum(k.decommitted), 0)::numeric(19, 2)::text, 'currency', 'EUR'),
            'paid', jsonb_build_object('amount', coalesce(sum(k.paid), 0)::numeric(19, 2)::text, 'currency', 'EUR'),
            'recovered', jsonb_build_object('amount', coalesce(sum(k.recovered), 0)::numeric(19, 2)::text, 'currency', 'EUR'),
            'outstanding', jsonb_build_object('amount', coalesce(sum(k.outstanding), 0)::numeric(19, 2)::text, 'currency', 'EUR'),
            'commitments', count(k.id),
            'projects', c.figures -> 'published')
        from known_commitment k join known_project p on p.id = k.project_id and p.published
        where k.action_id = c.id));

delete from public_coverage_document where superseded_at is not null;

update public_coverage_document d set
    body = (d.body::jsonb || ((c.figures -> 'published') - 'projects')
            || jsonb_build_object(
                'status', case when d.status = 'COMMITTED' and (c.figures -> 'published' ->> 'commitments')::int = 0
                               then 'ALLOCATED' else d.status end,
                'drift', jsonb_path_query_array(d.body::jsonb, '$.drift[*] ? (@.code != "beyond-plan")')))::text,
    status = case when d.status = 'COMMITTED' and (c.figures -> 'published' ->> 'commitments')::int = 0
                  then 'ALLOCATED' else d.status end,
    drift = array_remove(d.drift, 'beyond-plan'),
    committed = (c.figures -> 'published' -> 'committed' ->> 'amount')::numeric,
    paid = (c.figures -> 'published' -> 'paid' ->> 'amount')::numeric
from coverage c where c.id = d.id;
