-- A plan that was in force and went back into review may be removed: its withdrawn tasks go with it (what is done cannot go back into review), and plans that named it
-- as the one above, or were taken over into it, stay without it.
alter table task
  drop constraint task_plan_id_fkey,
  drop constraint task_item_id_fkey,
  add constraint task_plan_id_fkey foreign key (plan_id) references plan_document on delete cascade,
  add constraint task_item_id_fkey foreign key (item_id) references plan_item on delete cascade;

alter table plan_document
  drop constraint plan_document_corrects_id_fkey,
  drop constraint plan_document_parent_id_fkey,
  add constraint plan_document_corrects_id_fkey foreign key (corrects_id) references plan_document on delete set null,
  add constraint plan_document_parent_id_fkey foreign key (parent_id) references plan_document on delete set null;
