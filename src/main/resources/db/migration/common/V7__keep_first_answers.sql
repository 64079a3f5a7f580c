-- First answers to requests that create something, by a digest of owner and Idempotency-Key.

create table kept_answer (
    id varchar(64) primary key,
    request varchar(64) not null,
    created_at timestamp with time zone not null,
    status integer,
    headers varchar(4000)
);

create index kept_answer_age on kept_answer (created_at);

create table kept_answer_chunk (
    owner varchar(64) not null references kept_answer (id) on delete cascade,
    sequence integer not null,
    content bytea not null,
    primary key (owner, sequence)
);
