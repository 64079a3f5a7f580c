-- Parameters and examples are numbers that hardly shrink: compressing them costs time for nothing.
alter table dataset_chunk alter column content set storage external;
alter table history_chunk alter column content set storage external;
alter table model_chunk alter column content set storage external;
alter table frame_chunk alter column content set storage external;
alter table checkpoint_chunk alter column content set storage external;
