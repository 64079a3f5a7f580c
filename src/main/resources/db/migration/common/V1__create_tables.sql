-- Portable between H2 and PostgreSQL: contents are bytes, large ones in chunk rows of 1 MiB, and time has its zone.

create table dataset (
    id varchar(64) primary key,
    created_at timestamp with time zone not null,
    name varchar(1000) not null,
    digest varchar(80) not null,
    summary text not null
);
create index dataset_newest on dataset (created_at, id);

create table dataset_chunk (
    owner varchar(64) not null references dataset (id) on delete cascade,
    sequence integer not null,
    content bytea not null,
    primary key (owner, sequence)
);

-- The truth about a job; the queue only wakes workers up. No foreign keys: a job outlives its dataset, a model its job.
create table training_job (
    id varchar(64) primary key,
    created_at timestamp with time zone not null,
    dataset_id varchar(64) not null,
    dataset_digest varchar(80) not null,
    model_type varchar(40) not null,
    spec varchar(1000000) not null,
    warnings varchar(1000000) not null,
    parameter_count bigint not null,
    epochs integer not null,
    steps bigint not null,
    state varchar(20) not null,
    state_since timestamp with time zone not null,
    version bigint not null,
    attempt integer not null,
    interruptions integer not null,
    epoch integer not null,
    elapsed_seconds double precision not null,
    latest varchar(10000) not null,
    started_at timestamp with time zone,
    model_id varchar(64),
    parameters_hash varchar(80),
    stop_reason varchar(20),
    error_code varchar(40),
    error_detail varchar(10000),
    error_epoch integer,
    error_fix varchar(10000)
);
create index training_job_newest on training_job (created_at, id);
create index training_job_state on training_job (state, created_at, id);
create index training_job_dataset on training_job (dataset_id, state);

create table training_job_tag (
    job_id varchar(64) not null references training_job (id) on delete cascade,
    name varchar(200) not null,
    content varchar(1000) not null,
    primary key (job_id, name)
);

create table history_chunk (
    job_id varchar(64) not null references training_job (id) on delete cascade,
    first_epoch integer not null,
    content bytea not null,
    primary key (job_id, first_epoch)
);

create table model (
    id varchar(64) primary key,
    created_at timestamp with time zone not null,
    job_id varchar(64) not null,
    dataset_id varchar(64) not null,
    dataset_digest varchar(80) not null,
    model_type varchar(40) not null,
    parameter_count bigint not null,
    spec varchar(1000000) not null,
    metrics varchar(10000) not null,
    description text not null
);
create index model_newest on model (created_at, id);

create table model_chunk (
    owner varchar(64) not null references model (id) on delete cascade,
    sequence integer not null,
    content bytea not null,
    primary key (owner, sequence)
);
