-- Jobs that were posted together. A job that is deleted leaves its experiment.

create table experiment (
    id varchar(64) primary key,
    created_at timestamp with time zone not null,
    name varchar(1000)
);
create index experiment_newest on experiment (created_at, id);

create table experiment_job (
    experiment_id varchar(64) not null references experiment (id) on delete cascade,
    job_id varchar(64) not null references training_job (id) on delete cascade,
    sequence integer not null,
    primary key (experiment_id, sequence)
);
create unique index experiment_job_job on experiment_job (job_id);
