-- When a unit ends, its heir takes over what is open: tasks, parts in plans and how plans' names are matched. What is done stays with the unit that did it.
-- What each change moved is kept, so that it can be taken back whole.
create table inherited_task (
  change_id uuid not null references unit_change on delete cascade,
  task_id uuid not null references task on delete cascade,
  from_unit_id integer not null references unit,
  -- The heir owed the same already: the second was withdrawn instead of moved.
  was_double boolean not null,
  primary key (change_id, task_id)
);

create table inherited_match (
  change_id uuid not null references unit_change on delete cascade,
  plan_id uuid not null references plan_document on delete cascade,
  name text not null,
  title text not null,
  from_unit_id integer not null references unit,
  to_unit_id integer not null references unit,
  was_double boolean not null,
  primary key (change_id, plan_id, name, title, from_unit_id)
);

create table inherited_part (
  change_id uuid not null references unit_change on delete cascade,
  plan_id uuid not null references plan_document on delete cascade,
  item_id uuid not null references plan_item on delete cascade,
  role text not null,
  title text not null,
  relation text,
  from_unit_id integer not null references unit,
  to_unit_id integer not null references unit,
  was_double boolean not null,
  primary key (change_id, item_id, role, title, from_unit_id)
);

alter table inherited_task enable row level security;
alter table inherited_match enable row level security;
alter table inherited_part enable row level security;

-- They run as the owner: whoever may change the tree hands work on, also under plans of units above that they do not change themselves. The caller has asked for the right.
create function inherit_work(change uuid, ending integer, heir integer) returns void
  language plpgsql security definer set search_path = public, pg_temp
  as $$
declare
  place ltree := (select path from unit where id = heir);
begin
  with open_task as (
    select task.*, exists (
      select from task same where same.unit_id = heir and same.item_id = task.item_id and same.title = task.title
        and same.covers_from is not distinct from task.covers_from) as was_double
    from task where task.unit_id = ending and task.state = 'open'
  ), kept as (
    insert into inherited_task select change, id, ending, was_double from open_task returning task_id, was_double
  )
  update task set
    unit_id = case when kept.was_double then task.unit_id else heir end,
    unit_path = case when kept.was_double then task.unit_path else place end,
    first_owed_by = coalesce(task.first_owed_by, ending),
    state = case when kept.was_double then 'withdrawn' else 'open' end,
    closed_at = case when kept.was_double then now() end
  from kept where task.id = kept.task_id;

  insert into inherited_match
    select change, plan_id, name, title, ending, heir, exists (
      select from plan_unit_match same where same.plan_id = mine.plan_id and same.name = mine.name and same.title = mine.title and same.unit_id = heir)
    from plan_unit_match mine where unit_id = ending;
  insert into plan_unit_match (plan_id, name, unit_id, title)
    select plan_id, name, heir, title from inherited_match where change_id = change and from_unit_id = ending and not was_double;
  delete from plan_unit_match where unit_id = ending;

  insert into inherited_part
    select change, plan_id, item_id, role, title, relation, ending, heir, exists (
      select from plan_part same where same.item_id = mine.item_id and same.role = mine.role and same.title = mine.title and same.unit_id = heir)
    from plan_part mine where unit_id = ending;
  insert into plan_part (plan_id, item_id, role, unit_id, unit_path, title, relation)
    select plan_id, item_id, role, heir, place, title, relation from inherited_part
    where change_id = change and from_unit_id = ending and not was_double;
  delete from plan_part where unit_id = ending;
end
$$;

-- Takes it back: what is still open returns; what the heir has done meanwhile stays with the heir.
create function return_work(change uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp
  as $$
begin
  update task set unit_id = unit.id, unit_path = unit.path, state = 'open', closed_at = null, closed_by = null,
    first_owed_by = nullif(task.first_owed_by, unit.id)
  from inherited_task kept, unit
  where kept.change_id = change and task.id = kept.task_id and unit.id = kept.from_unit_id
    and (task.state = 'open' or (kept.was_double and task.state = 'withdrawn'));

  delete from plan_unit_match gone using inherited_match kept
    where kept.change_id = change and not kept.was_double and gone.plan_id = kept.plan_id and gone.name = kept.name and gone.title = kept.title
      and gone.unit_id = kept.to_unit_id;
  insert into plan_unit_match (plan_id, name, unit_id, title)
    select plan_id, name, from_unit_id, title from inherited_match kept where change_id = change
      and exists (select from plan_unit_name known where known.plan_id = kept.plan_id and known.name = kept.name)
    on conflict do nothing;

  delete from plan_part gone using inherited_part kept
    where kept.change_id = change and not kept.was_double and gone.item_id = kept.item_id and gone.role = kept.role and gone.title = kept.title
      and gone.unit_id = kept.to_unit_id;
  insert into plan_part (plan_id, item_id, role, unit_id, unit_path, title, relation)
    select kept.plan_id, kept.item_id, kept.role, unit.id, unit.path, kept.title, kept.relation
    from inherited_part kept join unit on unit.id = kept.from_unit_id where kept.change_id = change
    on conflict do nothing;

  delete from inherited_task where change_id = change;
  delete from inherited_match where change_id = change;
  delete from inherited_part where change_id = change;
end
$$;
