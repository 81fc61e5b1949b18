-- Evaluations and their recommendations.
create table evaluation (
    id              uuid primary key,
    version         int   not null check (version > 0),
    reference       text  not null,
    programme_id    uuid  not null references programme,
    content         jsonb not null,
    recommendations jsonb not null
);

create unique index evaluation_reference on evaluation (lower(reference));

-- Which evaluation a recommendation belongs to; what it says is in the evaluation.
create table recommendation (
    id            uuid primary key,
    evaluation_id uuid not null references evaluation,
    removed       boolean not null default false -- by a correction of its evaluation
);

revoke update, delete, truncate on recommendation from ${app};
grant update (removed) on recommendation to ${app};

create table evaluation_view (
    programme text not null,
    title     text not null collate "und-x-icu",
    feeds     text,
    start_on  date
);

call make_view_table('evaluation');

create table recommendation_view (
    evaluation      text   not null,
    programme       text   not null,
    code            text   not null,
    response        text,
    answered_on     date,
    strategy_papers text[] not null
);

call make_view_table('recommendation');
