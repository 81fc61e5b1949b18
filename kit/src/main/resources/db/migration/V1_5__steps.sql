-- Who took which step on which thing, kept for four eyes. Rows are only ever added.
create table step (
    position   bigint generated always as identity primary key,
    thing      uuid        not null,
    about      uuid        not null, -- the thing that the act was about, which may have concerned others too
    operation  text        not null,
    person     text,                 -- missing where the token named none
    on_behalf_of text,                -- of whom a deputy took it
    caller     text        not null,
    request_id text        not null,
    at         timestamptz not null
);

create index step_thing on step (thing, operation);
revoke update, delete, truncate on step from ${app};
