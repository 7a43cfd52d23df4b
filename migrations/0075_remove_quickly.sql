-- What goes with a plan or a task is found by it; else everything that anybody was ever told is looked through once a task.
create index notice_task on notice (task_id) where task_id is not null;
create index notice_plan on notice (plan_id) where plan_id is not null;
create index inherited_task_task on inherited_task (task_id);
create index inherited_part_item on inherited_part (item_id);
create index inherited_part_plan on inherited_part (plan_id);
create index inherited_match_plan on inherited_match (plan_id);
create index plan_item_source on plan_item (source_id) where source_id is not null;

-- A list of units that is taken back goes unit by unit; each asks who has ever owed or received something.
create index task_first_owed_by on task (first_owed_by) where first_owed_by is not null;
create index task_receiver on task (receiver_id) where receiver_id is not null;
