-- To whom everything belongs, as jobs do already, and the bytes that count against its owner's quota. What is from before,
-- or was made without keys, belongs to nobody in particular.

alter table dataset add column owner varchar(1000) default '' not null;
alter table dataset add column bytes bigint default 0 not null;
alter table model add column owner varchar(1000) default '' not null;
alter table model add column bytes bigint default 0 not null;
alter table experiment add column owner varchar(1000) default '' not null;
alter table training_job add column bytes bigint default 0 not null;

create index dataset_owner on dataset (owner, bytes);
create index model_owner on model (owner, bytes);
create index training_job_owner on training_job (owner, state, bytes);
