-- What a plan gives to the function of one officer is told to whoever holds it, and to all who work in the unit where nobody does. Who holds what is read from titles as people write them, by
-- the code that also shows it: `held` has a row for each function that somebody holds, {unitId, title, people}. It only narrows whom a task's unit has: nobody else can be told by it.
drop function urge_people(uuid[], text, date, timestamptz);

create function urge_people(tasks uuid[], words text, today date, at timestamptz, held json default '[]') returns setof uuid
  language sql volatile security definer set search_path = public, pg_temp
  as $$
    insert into notice (id, person_id, kind, key, task_id, plan_id, facts, made_at, mail)
    select gen_random_uuid(), holder.person_id, 'urged', concat_ws(':', 'urged', task.id, holder.person_id, today::text), task.id, task.plan_id,
      jsonb_build_object('words', words), at,
      case when coalesce(setting.by_mail, true) and person.email is not null then 'waiting' else 'none' end
    from task
    left join json_to_recordset(held) as function ("unitId" integer, title text, people uuid[])
      on function."unitId" = task.unit_id and function.title = task.title
    join lateral (
      select distinct position.person_id from position
      where position.unit_id = task.unit_id and position.role <> 'supervisor' and position.from_date <= today
        and (position.until_date is null or position.until_date > today)
        and (function.people is null or position.person_id = any (function.people))
    ) holder on true
    join person on person.id = holder.person_id and (person.left_on is null or person.left_on > today)
    left join reminder_setting setting on setting.person_id = holder.person_id
    where task.id = any (tasks) and (
      (select current_setting('role') <> 'lantoa_reach' or reaches_all('task.urge'))
      or task.giver_path <@ any ((select reach_trees('task.urge'))::ltree[]) or task.giver_path = any ((select reach_units('task.urge'))::ltree[]))
    on conflict (key) do nothing
    returning person_id
  $$;
