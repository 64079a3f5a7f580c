-- Jobs that survive: their events, their newest checkpoint, and their place in a queue that is fair to owners.

alter table training_job add column owner varchar(1000) default '' not null;
alter table training_job add column events bigint default 0 not null;
alter table training_job add column deaths integer default 0 not null;
alter table training_job add column turn bigint default 0 not null;
alter table training_job add column step bigint default 0 not null;
alter table training_job add column checkpoint_epoch integer;
alter table training_job add column checkpoint_step bigint;
update training_job set step = steps / epochs * epoch;

create index training_job_turn on training_job (state, turn, state_since, id);
create index training_job_owner_turn on training_job (state, owner, turn desc);

-- Numbered from 1 without gaps.
create table job_event (
    job_id varchar(64) not null references training_job (id) on delete cascade,
    number bigint not null,
    content varchar(1000) not null,
    primary key (job_id, number)
);

-- The newest one of each job.
create table checkpoint_chunk (
    owner varchar(64) not null references training_job (id) on delete cascade,
    sequence integer not null,
    content bytea not null,
    primary key (owner, sequence)
);
