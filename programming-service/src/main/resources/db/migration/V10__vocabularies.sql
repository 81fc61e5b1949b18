-- Terms of vocabularies; a term is named by its vocabulary and its code.
create table vocabulary_term (
    id      uuid primary key,
    version int   not null check (version > 0),
    content jsonb not null
);

create unique index vocabulary_term_code on vocabulary_term ((content ->> 'scheme'), lower(content ->> 'code'));

create table vocabulary_term_view (
    scheme text not null,
    code   text not null,
    title  text not null collate "und-x-icu",
    parent text
);

call make_view_table('vocabulary_term');

-- Policy documents that programmes rest on.
create table policy_document (
    id      uuid primary key,
    version int   not null check (version > 0),
    content jsonb not null
);

create unique index policy_document_reference on policy_document (lower(content ->> 'reference'));

create table policy_document_view (
    title      text   not null collate "und-x-icu",
    first_day  date,
    documents  text[] not null,
    programmes text[] not null,
    relations  text[] not null
);

call make_view_table('policy_document');
