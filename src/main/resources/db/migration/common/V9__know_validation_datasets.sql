-- A job also needs the dataset that it is measured on, if that is another one.

alter table training_job add column validation_dataset_id varchar(64);
create index training_job_validation_dataset on training_job (validation_dataset_id, state);
