-- A plan is the document that was handed in, or one written here; its items are rows, because tasks, exemplars and reports hang on them for years.
alter table plan_document drop constraint plan_document_state_check;
alter table plan_document drop constraint plan_document_check1;
alter table plan_document
  add constraint plan_document_state_check check (state in (
    'uploaded', 'reading', 'read', 'failed', 'cancelled', 'drafted', 'in-force', 'ended', 'applied')),
  add constraint plan_document_was_read check (state <> 'read' or read_at is not null),
  -- The number of the last edit.
  add column revision integer not null default 0,
  -- This document is a newer version of that plan (đính chính, thay thế).
  add column corrects_id uuid references plan_document,
  -- The plan that this one carries out, where it is here, and as the document names it.
  add column parent_id uuid references plan_document,
  add column parent_named text,
  -- First and last day that the plan covers.
  add column period_from date,
  add column period_to date,
  add column in_force_on date,
  add column ended_on date,
  add constraint plan_document_is_in_force_from_a_day check (state not in ('in-force', 'ended') or in_force_on is not null),
  add constraint plan_document_period check (period_from is null or period_to is null or period_from <= period_to);

create index plan_document_corrects on plan_document (corrects_id) where corrects_id is not null;
create index plan_document_parent on plan_document (parent_id) where parent_id is not null;

create table plan_item (
  id uuid primary key,
  plan_id uuid not null references plan_document on delete cascade,
  -- A criterion or target of a field, a work of an assignment.
  parent_id uuid references plan_item on delete cascade,
  kind text not null check (kind in (
    'header', 'citation', 'field', 'criterion', 'target', 'milestone', 'duty', 'assignment', 'work')),
  -- Orders the items of one kind below one parent.
  position double precision not null,
  -- What it says; src/plans/items/item-schema.ts has a schema for each kind.
  data jsonb not null,
  -- Where it was read: [{key, start, end}] in the text of the reading of source_id; key is a path inside data.
  passages jsonb not null default '[]',
  source_id uuid references plan_document,
  -- Taken out, but still what tasks and earlier edits speak of.
  removed_at timestamptz
);

create index plan_item_plan on plan_item (plan_id, kind, position);
create index plan_item_parent on plan_item (parent_id) where parent_id is not null;
create unique index plan_item_has_one_header on plan_item (plan_id) where kind = 'header';

-- Every change of a plan's items, with their rows before and after: undo, redo and the story of the review.
create table plan_edit (
  plan_id uuid not null references plan_document on delete cascade,
  number integer not null,
  kind text not null check (kind in ('add', 'edit', 'move', 'split', 'merge', 'remove', 'undo', 'redo', 'correct')),
  made_at timestamptz not null,
  made_by uuid references person,
  -- [{id, before, after}]: the whole row of the item, null where it was not there.
  changes jsonb not null,
  -- For undo and redo: the edit that was taken back or done again.
  of_number integer,
  primary key (plan_id, number)
);

-- What the reader of the document would not decide alone.
create table plan_question (
  id uuid primary key,
  plan_id uuid not null references plan_document on delete cascade,
  item_id uuid references plan_item on delete cascade,
  -- Path inside the item's data, '' for the whole.
  key text not null default '',
  start_at integer not null,
  end_at integer not null,
  reason text not null,
  candidates jsonb not null default '[]',
  answered_at timestamptz,
  answered_by uuid references person
);

create index plan_question_plan on plan_question (plan_id);
create index plan_question_item on plan_question (item_id) where item_id is not null;

-- A unit as the plan prints it, and what the officer made of it.
create table plan_unit_name (
  plan_id uuid not null references plan_document on delete cascade,
  name text not null check (name <> ''),
  -- proposed: matched by the product, nobody has looked; ignored: no unit of ours.
  state text not null check (state in ('proposed', 'confirmed', 'ignored')),
  primary key (plan_id, name)
);

-- The units that a printed name stands for: one, or all of a kind («các ấp»).
create table plan_unit_match (
  plan_id uuid not null,
  name text not null,
  unit_id integer not null references unit,
  -- The function of one officer inside the unit («Công chức Văn hóa – Xã hội»), else empty.
  title text not null default '',
  primary key (plan_id, name, unit_id, title),
  foreign key (plan_id, name) references plan_unit_name on delete cascade
);

create index plan_unit_match_unit on plan_unit_match (unit_id);

-- Which unit has which part in a plan in force; derived from items and matches.
create table plan_part (
  plan_id uuid not null references plan_document on delete cascade,
  item_id uuid not null references plan_item on delete cascade,
  role text not null check (role in ('lead', 'coordinating', 'assigned', 'owes', 'receives')),
  unit_id integer not null references unit,
  unit_path ltree not null,
  title text not null default '',
  -- «giao» or «đề nghị»; null where the plan does not say.
  relation text check (relation in ('ordered', 'requested')),
  primary key (item_id, role, unit_id, title),
  foreign key (unit_id, unit_path) references unit (id, path) on update cascade
);

create index plan_part_plan on plan_part (plan_id);
create index plan_part_unit on plan_part (unit_id, plan_id);
create index plan_part_place on plan_part using gist (unit_path);

-- What one unit owes under a plan: an occurrence of a duty, a milestone, the work of an assignment.
create table task (
  id uuid primary key,
  plan_id uuid not null references plan_document,
  item_id uuid not null references plan_item,
  kind text not null check (kind in ('duty', 'milestone', 'work')),
  text text not null,
  -- The plan's unit.
  giver_id integer not null references unit,
  giver_path ltree not null,
  unit_id integer not null references unit,
  unit_path ltree not null,
  title text not null default '',
  relation text check (relation in ('ordered', 'requested')),
  receiver_id integer references unit,
  -- The days that it speaks of: the month or quarter of a report, the stage of a milestone.
  covers_from date,
  covers_to date,
  -- As the plan says, and moved to a working day; null where the plan names none.
  nominal_on date,
  due_on date,
  state text not null default 'open' check (state in ('open', 'done', 'waived', 'withdrawn')),
  done_on date,
  done_how text check (done_how in ('delivered', 'on-paper')),
  closed_at timestamptz,
  closed_by uuid references person,
  note text not null default '',
  -- The unit that owed it before it was merged or split.
  first_owed_by integer references unit,
  made_at timestamptz not null,
  unique nulls not distinct (item_id, unit_id, title, covers_from),
  foreign key (unit_id, unit_path) references unit (id, path) on update cascade,
  foreign key (giver_id, giver_path) references unit (id, path) on update cascade,
  check ((state = 'done') = (done_on is not null)),
  check ((state = 'done') = (done_how is not null)),
  check (covers_from is null or covers_to is null or covers_from <= covers_to)
);

create index task_unit on task (unit_id, state, due_on, id);
create index task_giver on task (giver_id, state, due_on, id);
create index task_plan on task (plan_id, state, due_on);
create index task_open on task (due_on, unit_id) where state = 'open';

-- What was delivered, or the scan of what was done on paper.
create table task_file (
  id uuid primary key,
  task_id uuid not null references task on delete cascade,
  name text not null check (name <> ''),
  size bigint not null check (size >= 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  file_key text not null,
  added_at timestamptz not null,
  added_by uuid references person
);

create index task_file_task on task_file (task_id);

-- Days that are not as the weekday says.
create table calendar_day (
  on_date date primary key,
  kind text not null check (kind in ('holiday', 'day-off-in-lieu', 'working-day')),
  name text not null check (name <> ''),
  -- The document that says so.
  source text not null default ''
);

-- What the product tells a person, once: `key` names the occasion.
create table notice (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  kind text not null,
  key text not null unique,
  task_id uuid references task on delete cascade,
  plan_id uuid references plan_document on delete cascade,
  facts jsonb not null default '{}',
  made_at timestamptz not null,
  seen_at timestamptz,
  -- none: the person has no address or wants no mail; claimed: being sent; a mail that was claimed is never sent again.
  mail text not null default 'none' check (mail in ('none', 'waiting', 'claimed', 'sent', 'failed')),
  mailed_at timestamptz
);

create index notice_person on notice (person_id, made_at desc);
create index notice_unseen on notice (person_id) where seen_at is null;
create index notice_mail on notice (made_at) where mail = 'waiting';

create table reminder_setting (
  person_id uuid primary key references person on delete cascade,
  by_mail boolean not null default true,
  days_before integer not null default 3 check (days_before between 0 and 30)
);

create table calendar_feed (
  token_hash bytea primary key,
  id uuid not null unique,
  person_id uuid not null references person on delete cascade,
  made_at timestamptz not null,
  revoked_at timestamptz,
  read_at timestamptz
);

create index calendar_feed_person on calendar_feed (person_id);

insert into role_permission (role, permission, reach) values
  ('officer', 'plan.confirm', 'subtree'),
  ('officer', 'task.read', 'subtree'),
  ('officer', 'task.do', 'subtree'),
  ('officer', 'task.urge', 'subtree'),
  ('officer', 'calendar.change', 'subtree'),
  ('leader', 'plan.confirm', 'subtree'),
  ('leader', 'task.read', 'subtree'),
  ('leader', 'task.do', 'subtree'),
  ('member', 'task.read', 'unit'),
  ('member', 'task.do', 'unit'),
  ('supervisor', 'task.read', 'subtree')
  on conflict do nothing;

-- A plan in force is seen by every unit that has a part in it. The function reads parts as the owner: a policy on plan_part that asked for the plan,
-- and one on plan_document that asked for its parts, would run in a circle.
create function plans_with_part(permission text) returns uuid[]
  language sql stable parallel safe security definer set search_path = public, pg_temp
  as $$
    select array(
      select distinct part.plan_id from plan_part part
      where part.unit_path <@ any ((select reach_trees(permission))::ltree[])
        or part.unit_path = any ((select reach_units(permission))::ltree[])
    )
  $$;

create policy seen_by_part on plan_document for select
  using (state in ('in-force', 'ended') and id = any ((select plans_with_part('plan.read'))::uuid[]));

-- Whoever puts plans in force changes them, whoever hands them in changes them before.
create policy changed_in_force on plan_document for update
  using (reaches('plan.read', unit_path)) with check (reaches('plan.confirm', unit_path));

create procedure wall_off_with_plan(walled regclass) language plpgsql as $$
declare
  seen text := 'exists (select from plan_document d where d.id = plan_id)';
  changeable text := '(reaches(''plan.import'', plan_place(plan_id)) or reaches(''plan.confirm'', plan_place(plan_id)))';
begin
  execute format('alter table %s enable row level security', walled);
  execute format('create policy seen on %s for select using (%s)', walled, seen);
  execute format('create policy made on %s for insert with check (%s)', walled, changeable);
  execute format('create policy changed on %s for update using (%s) with check (%s)', walled, seen, changeable);
  execute format('create policy removed on %s for delete using (%s)', walled, changeable);
end
$$;

call wall_off_with_plan('plan_item');
call wall_off_with_plan('plan_edit');
call wall_off_with_plan('plan_question');
call wall_off_with_plan('plan_unit_name');
call wall_off_with_plan('plan_unit_match');
call wall_off_with_plan('plan_part');

-- A task is seen where it is owed and where it was given; made by whoever changes the plan; changed by whoever does it, gives it or urges it.
alter table task enable row level security;
create policy seen on task for select using (
  (select reaches_all('task.read'))
  or unit_path <@ any ((select reach_trees('task.read'))::ltree[]) or unit_path = any ((select reach_units('task.read'))::ltree[])
  or giver_path <@ any ((select reach_trees('task.read'))::ltree[]) or giver_path = any ((select reach_units('task.read'))::ltree[])
);
create policy made on task for insert with check (
  reaches('plan.import', giver_path) or reaches('plan.confirm', giver_path) or reaches('unit.change', unit_path)
);
create policy changed on task for update using (
  reaches('task.read', unit_path) or reaches('task.read', giver_path)
) with check (
  reaches('task.do', unit_path) or reaches('plan.confirm', giver_path) or reaches('task.urge', giver_path)
  or reaches('unit.change', unit_path)
);
create policy removed on task for delete using (reaches('plan.confirm', giver_path));

alter table task_file enable row level security;
create policy seen on task_file using (exists (select from task where task.id = task_id))
  with check (exists (select from task where task.id = task_id));
