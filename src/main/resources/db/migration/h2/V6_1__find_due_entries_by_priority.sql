-- With this index H2 read and sorted every waiting entry to find the next two; without it, it walks the one by priority.
drop index scheduled_tasks_execution_time;
