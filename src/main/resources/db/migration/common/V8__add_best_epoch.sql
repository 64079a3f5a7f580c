-- The best epoch of a job so far, by one of its metrics.

alter table training_job add column best_epoch integer;
alter table training_job add column best_metric varchar(100);
alter table training_job add column best_value double precision;
