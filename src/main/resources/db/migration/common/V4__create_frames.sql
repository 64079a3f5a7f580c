-- Models of a job as they were after some of its epochs. They begin anew with every history.
create table frame_chunk (
    job_id varchar(64) not null references training_job (id) on delete cascade,
    first_epoch integer not null,
    sequence integer not null,
    content bytea not null,
    primary key (job_id, first_epoch, sequence)
);

-- Jobs from before have none, and their specifications (JSON objects that are never empty) say so.
update training_job set spec = '{"frames":0,' || substring(spec from 2);
update model set spec = '{"frames":0,' || substring(spec from 2);
