-- Taking back what was removed is an edit of its own kind, and so is putting an item below another parent.
alter table plan_edit drop constraint plan_edit_kind_check;
alter table plan_edit add constraint plan_edit_kind_check
  check (kind in ('add', 'edit', 'move', 'place', 'split', 'merge', 'remove', 'restore', 'undo', 'redo', 'correct'));

-- A person's own edits, for undo and redo; the edits of an item, for who changed it.
create index plan_edit_by on plan_edit (plan_id, made_by, number);
create index plan_edit_items on plan_edit using gin (changes jsonb_path_ops);

-- Who has the page of a plan open to change it; `page` is one window, and one that was not heard of for a minute is gone.
create table plan_visitor (
  plan_id uuid not null references plan_document on delete cascade,
  page uuid not null,
  person_id uuid references person on delete cascade,
  seen_at timestamptz not null,
  primary key (plan_id, page)
);

call wall_off_with_plan('plan_visitor');
