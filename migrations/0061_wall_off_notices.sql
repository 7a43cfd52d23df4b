-- Notices, how somebody is reminded and the address of their calendar are their own: the session says besides its reach who asks, in `lantoa.person`.
-- Jobs make notices as the owner; whoever urges makes them through `urge_people`, which asks for the right itself.

create function person_now() returns uuid
  language sql stable parallel safe
  as $$ select nullif(current_setting('lantoa.person', true), '')::uuid $$;

alter table notice enable row level security;
create policy seen on notice for select using (person_id = (select person_now()));
create policy changed on notice for update
  using (person_id = (select person_now())) with check (person_id = (select person_now()));

alter table reminder_setting enable row level security;
create policy own on reminder_setting
  using (person_id = (select person_now())) with check (person_id = (select person_now()));

alter table calendar_feed enable row level security;
create policy own on calendar_feed
  using (person_id = (select person_now())) with check (person_id = (select person_now()));

-- Tells those who work in the units that owe these tasks, each once a day for a task, and returns whom. Behind the wall only for tasks whose giver lies where
-- the session may urge: it reads and writes what is others' own.
create function urge_people(tasks uuid[], words text, today date, at timestamptz) returns setof uuid
  language sql volatile security definer set search_path = public, pg_temp
  as $$
    insert into notice (id, person_id, kind, key, task_id, plan_id, facts, made_at, mail)
    select gen_random_uuid(), holder.person_id, 'urged', concat_ws(':', 'urged', task.id, holder.person_id, today::text), task.id, task.plan_id,
      jsonb_build_object('words', words), at,
      case when coalesce(setting.by_mail, true) and person.email is not null then 'waiting' else 'none' end
    from task
    join lateral (
      select distinct position.person_id from position
      where position.unit_id = task.unit_id and position.role <> 'supervisor' and position.from_date <= today
        and (position.until_date is null or position.until_date > today)
    ) holder on true
    join person on person.id = holder.person_id and (person.left_on is null or person.left_on > today)
    left join reminder_setting setting on setting.person_id = holder.person_id
    where task.id = any (tasks) and (
      (select current_setting('role') <> 'lantoa_reach' or reaches_all('task.urge'))
      or task.giver_path <@ any ((select reach_trees('task.urge'))::ltree[]) or task.giver_path = any ((select reach_units('task.urge'))::ltree[]))
    on conflict (key) do nothing
    returning person_id
  $$;

-- Whose calendar opens with this secret's hash, whoever asks; null when none does.
create function read_feed(secret bytea, at timestamptz) returns uuid
  language sql volatile security definer set search_path = public, pg_temp
  as $$
    update calendar_feed set read_at = at where token_hash = secret and revoked_at is null returning person_id
  $$;

-- Whoever has been erased is found no more, and told nothing more.
create or replace function forget_person() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  as $$
begin
  delete from search_entry where kind = 'person' and ref = new.id::text;
  delete from notice where person_id = new.id;
  delete from reminder_setting where person_id = new.id;
  delete from calendar_feed where person_id = new.id;
  delete from plan_visitor where person_id = new.id;
  return null;
end
$$;
