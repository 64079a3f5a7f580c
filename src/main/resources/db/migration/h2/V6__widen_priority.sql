-- Turns of the queue are numbers without end.
alter table scheduled_tasks alter column priority integer;
