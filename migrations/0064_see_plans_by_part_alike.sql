-- Whoever sees a plan in force by a part in it finds it by its words too, not only in the whole list.
create or replace function plans_like(given jsonb, patterns text[], most integer) returns setof uuid
  language plpgsql stable security definer set search_path = public, pg_temp
  as $$
declare
  within text := reach_condition(reach_that_counts(given));
begin
  return query execute format('select id from (select id, unit_path, state, search, ''plan.read'' as permission from plan_document) plan
    where %s and ((%s) or (state in (''in-force'', ''ended'') and exists (
      select from (select plan_id, unit_path, ''plan.read'' as permission from plan_part) part where part.plan_id = plan.id and (%s)))) limit %s',
    (select coalesce(string_agg(format('search like %L', pattern), ' and '), 'true') from unnest(patterns) as pattern), within, within, most);
end
$$;

-- Tasks follow their plan: whoever may change a plan in force moves all of them, also through a program that may not read tasks. Without these a plan that is
-- ended or opened again by such a program would leave its tasks standing.
create policy seen_by_giver on task for select using (
  giver_path <@ any ((select reach_trees('plan.confirm'))::ltree[]) or giver_path = any ((select reach_units('plan.confirm'))::ltree[])
);
create policy changed_by_giver on task for update
  using (reaches('plan.confirm', giver_path)) with check (reaches('plan.confirm', giver_path));

-- What was delivered is added by whoever may do the task, and stays.
drop policy seen on task_file;
create policy seen on task_file for select using (exists (select from task where task.id = task_id));
create policy made on task_file for insert with check (
  exists (select from task where task.id = task_id and (reaches('task.do', unit_path) or reaches('task.urge', giver_path)))
);
