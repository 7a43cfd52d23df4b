-- A plan in force is found by every unit that has a part in it; its fields are found where they are worked on, its tasks where they are owed and where they were given.
-- What is found of a plan follows from its items, parts and tasks, by statements, so that a year of tasks is entered at once.
alter table search_entry add column plan_id uuid references plan_document on delete cascade;
update search_entry set plan_id = left(ref, 36)::uuid where kind in ('plan', 'field');
create index search_entry_plan on search_entry (plan_id) where plan_id is not null;

drop trigger forget_plan on plan_document;
drop function forget_plan();
drop trigger search_fields on plan_reading;
drop function search_fields();

-- What can be found of these plans, besides each plan in its own unit. Always by the indexes on plans: while the tasks of a whole country are made,
-- PostgreSQL still believes their table to be empty.
create function entries_of_plans(plans uuid[]) returns setof search_entry
  language sql stable security definer set search_path = public, pg_temp set enable_seqscan = off
  as $$
    with shown as (
      select id, unit_id, unit_path, coalesce(title, name) as title, concat_ws(' ', number, issuer) as note, state in ('in-force', 'ended') as runs
      from plan_document where id = any (plans) and state <> 'applied'
    ), field as (
      select item.id, item.data ->> 'title' as title, shown.id as plan_id, shown.unit_id, shown.unit_path, shown.title as plan_title, shown.runs
      from shown join plan_item item on item.plan_id = shown.id
      where item.plan_id = any (plans) and item.kind = 'field' and item.removed_at is null and item.data ->> 'title' <> ''
    ), owed as (
      select distinct on (task.item_id, task.unit_id) task.item_id, task.text, task.unit_id, task.unit_path, task.giver_id, task.giver_path,
        shown.id as plan_id, shown.title as plan_title
      from shown join task on task.plan_id = shown.id
      where task.plan_id = any (plans) and task.state <> 'withdrawn'
      order by task.item_id, task.unit_id, task.due_on desc
    ), entry (kind, ref, unit_id, unit_path, permission, title, note, plan_id) as (
      select 'plan', shown.id::text, part.unit_id, part.unit_path, 'plan.read', shown.title, shown.note, shown.id
      from shown join plan_part part on part.plan_id = shown.id
      where shown.runs and part.unit_id <> shown.unit_id
      union all
      select 'field', plan_id || '#' || id, unit_id, unit_path, 'plan.read', title, plan_title, plan_id from field
      union all
      select 'field', field.plan_id || '#' || field.id, part.unit_id, part.unit_path, 'plan.read', field.title, field.plan_title, field.plan_id
      from field join plan_part part on part.item_id = field.id
      where field.runs
      union all
      select 'task', plan_id || '#' || item_id, unit_id, unit_path, 'task.read', left(text, 400), plan_title, plan_id from owed
      union all
      select 'task', plan_id || '#' || item_id, giver_id, giver_path, 'task.read', left(text, 400), plan_title, plan_id from owed
    )
    select distinct on (kind, ref, unit_id) kind, ref, unit_id, unit_path, permission, title, note, null::text, null::tsvector, plan_id
    from entry order by kind, ref, unit_id, title
  $$;

-- Makes the entries of these plans so; what is as it was is not written again.
create function search_plans(plans uuid[]) returns void
  language sql security definer set search_path = public, pg_temp
  as $$
    with wanted as materialized (
      select * from entries_of_plans(plans)
    ), gone as (
      delete from search_entry entry using plan_document document
      where document.id = any (plans) and entry.plan_id = document.id and (entry.kind <> 'plan' or entry.unit_id <> document.unit_id)
        and not exists (
          select from wanted where wanted.kind = entry.kind and wanted.ref = entry.ref and wanted.unit_id = entry.unit_id)
    )
    insert into search_entry as entry (kind, ref, unit_id, unit_path, permission, title, note, plan_id)
    select kind, ref, unit_id, unit_path, permission, title, note, plan_id from wanted
    on conflict (kind, ref, unit_id) do update set title = excluded.title, note = excluded.note
      where (entry.title, entry.note) is distinct from (excluded.title, excluded.note)
  $$;

create or replace function search_plan() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  as $$
begin
  insert into search_entry (kind, ref, unit_id, unit_path, permission, title, note, plan_id)
  values ('plan', new.id::text, new.unit_id, new.unit_path, 'plan.read', coalesce(new.title, new.name),
    concat_ws(' ', new.number, new.issuer), new.id)
  on conflict (kind, ref, unit_id) do update set title = excluded.title, note = excluded.note;
  if tg_op = 'UPDATE' then
    perform search_plans(array[new.id]);
  end if;
  return null;
end
$$;

drop trigger search_plan on plan_document;
create trigger search_plan after insert or update of name, title, number, issuer, state on plan_document
  for each row execute function search_plan();

-- The rows that a statement made, took away or changed, under one name.
create function search_items() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  as $$
begin
  perform search_plans(array(select distinct plan_id from touched where kind = 'field'));
  return null;
end
$$;

create trigger search_items_made after insert on plan_item referencing new table as touched
  for each statement execute function search_items();
create trigger search_items_changed after update on plan_item referencing new table as touched
  for each statement execute function search_items();
create trigger search_items_removed after delete on plan_item referencing old table as touched
  for each statement execute function search_items();

create function search_parts() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  as $$
begin
  perform search_plans(array(select distinct plan_id from touched));
  return null;
end
$$;

create trigger search_parts_made after insert on plan_part referencing new table as touched
  for each statement execute function search_parts();
create trigger search_parts_changed after update on plan_part referencing new table as touched
  for each statement execute function search_parts();
create trigger search_parts_removed after delete on plan_part referencing old table as touched
  for each statement execute function search_parts();
create trigger search_tasks_made after insert on task referencing new table as touched
  for each statement execute function search_parts();
create trigger search_tasks_removed after delete on task referencing old table as touched
  for each statement execute function search_parts();

-- A task that is done is found as before.
create function search_tasks() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  as $$
begin
  perform search_plans(array(
    select distinct now.plan_id from now join before using (id)
    where (now.text, now.unit_id, now.state = 'withdrawn') is distinct from (before.text, before.unit_id, before.state = 'withdrawn')));
  return null;
end
$$;

create trigger search_tasks_changed after update on task referencing new table as now old table as before
  for each statement execute function search_tasks();

select search_plans(array(select id from plan_document));
