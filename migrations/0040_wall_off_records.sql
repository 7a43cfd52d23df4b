-- The second wall (docs/decisions/0006): requests of people run under a role that owns nothing, and the database itself shows it only what lies
-- where the session's setting `lantoa.reach` allows the table's permission. The setting is JSON: permission → {trees, units}, both paths.
-- The owner (jobs, sign-in, migrations) is not bound by policies. `platform/db/wall.ts` makes the role and its grants.

create function reach_now() returns jsonb
  language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('lantoa.reach', true), ''), '{}')::jsonb $$;

-- The session holds the permission over the whole tree.
create function reaches_all(permission text) returns boolean
  language sql stable parallel safe
  as $$ select coalesce(reach_now() -> '*' -> 'trees' ? '1', false) or coalesce(reach_now() -> permission -> 'trees' ? '1', false) $$;

create function reach_trees(permission text) returns ltree[]
  language sql stable parallel safe
  as $$
    select array(select path::ltree from unnest(array['*', permission]) as held (key),
      jsonb_array_elements_text(reach_now() -> key -> 'trees') as path)
  $$;

create function reach_units(permission text) returns ltree[]
  language sql stable parallel safe
  as $$
    select array(select path::ltree from unnest(array['*', permission]) as held (key),
      jsonb_array_elements_text(reach_now() -> key -> 'units') as path)
  $$;

-- For one row; policies of lists ask for the arrays once a query instead.
create function reaches(permission text, path ltree) returns boolean
  language sql stable parallel safe
  as $$ select reaches_all(permission) or path <@ any (reach_trees(permission)) or path = any (reach_units(permission)) $$;

-- Puts policies on a table that carries `unit_path`: who may see its rows, and who may make, change and remove them. Rows are locked
-- (`for update`) by whoever sees them, so that the code can answer «forbidden»; what is saved must lie where they may change it.
create procedure wall_off(walled regclass, read_permission text, change_permission text) language plpgsql as $$
declare
  within text := '(select reaches_all(%1$L)) or unit_path <@ any ((select reach_trees(%1$L))::ltree[])
    or unit_path = any ((select reach_units(%1$L))::ltree[])';
  readable text := format(within, read_permission);
  changeable text := format(within, change_permission);
begin
  execute format('alter table %s enable row level security', walled);
  execute format('create policy seen on %s for select using (%s)', walled, readable);
  execute format('create policy made on %s for insert with check (%s)', walled, changeable);
  execute format('create policy changed on %s for update using (%s) with check (%s)', walled, readable, changeable);
  execute format('create policy removed on %s for delete using (%s)', walled, changeable);
end
$$;

call wall_off('plan_document', 'plan.read', 'plan.import');

-- Lists name the units they want by number: the one condition that PostgreSQL takes to an index under a policy.
create index plan_document_place on plan_document (unit_id, id);

create function plan_place(document uuid) returns ltree
  language sql stable parallel safe security definer set search_path = public, pg_temp
  as $$ select unit_path from plan_document where id = document $$;

-- What hangs on a plan is seen with it.
alter table plan_file enable row level security;
create policy seen on plan_file for select using (exists (select from plan_document d where d.id = document_id));
create policy made on plan_file for insert with check (reaches('plan.import', plan_place(document_id)));
create policy changed on plan_file for update
  using (exists (select from plan_document d where d.id = document_id))
  with check (reaches('plan.import', plan_place(document_id)));
create policy removed on plan_file for delete using (reaches('plan.import', plan_place(document_id)));

alter table plan_reading enable row level security;
create policy seen on plan_reading for select using (exists (select from plan_document d where d.id = document_id));
create policy made on plan_reading for insert with check (reaches('plan.import', plan_place(document_id)));
create policy changed on plan_reading for update
  using (exists (select from plan_document d where d.id = document_id))
  with check (reaches('plan.import', plan_place(document_id)));
create policy removed on plan_reading for delete using (reaches('plan.import', plan_place(document_id)));

-- The jobs of plans; what other jobs show is nobody's record.
alter table job enable row level security;
create policy seen on job using (
  name not like 'plan.%' or subject_id is null or exists (select from plan_document d where d.id = subject_id)
) with check (true);

-- Whoever acts writes into the journal, in the chain of whatever unit they changed; reading it takes the right.
alter table history enable row level security;
create policy seen on history for select using (
  (select reaches_all('history.read')) or unit_id in (
    select id from unit where path <@ any ((select reach_trees('history.read'))::ltree[])
      or path = any ((select reach_units('history.read'))::ltree[])
  )
);
create policy made on history for insert with check (true);

-- The row says itself which right it takes.
alter table search_entry enable row level security;
create policy seen on search_entry for select using ((select reaches_all('*')) or reaches(permission, unit_path));

-- The index is kept by the product itself, whoever acts.
alter function search_unit() security definer set search_path = public, pg_temp;
alter function search_position() security definer set search_path = public, pg_temp;
alter function search_person() security definer set search_path = public, pg_temp;
alter function search_plan() security definer set search_path = public, pg_temp;
alter function forget_plan() security definer set search_path = public, pg_temp;
alter function search_fields() security definer set search_path = public, pg_temp;

-- Orders a job; the queue itself is closed to whoever is behind the wall.
create function order_job(name text, payload json, attempts integer, key text) returns void
  language plpgsql security definer set search_path = public, pg_temp
  as $$
begin
  perform graphile_worker.add_job(identifier => name, payload => payload, max_attempts => attempts, job_key => key);
end
$$;

create function withdraw_job(key text) returns void
  language plpgsql security definer set search_path = public, pg_temp
  as $$
begin
  perform graphile_worker.remove_job(key);
end
$$;

-- The reach that counts: behind the wall the session's own, whatever was given; before it what the code says.
create function reach_that_counts(given jsonb) returns jsonb
  language sql stable
  as $$ select case current_setting('role') when 'lantoa_reach' then reach_now() else given end $$;

-- A reach as a condition on `permission` and `unit_path`, in constants: PostgreSQL can estimate it.
create function reach_condition(reach jsonb) returns text
  language sql stable set search_path = public, pg_temp
  as $$
    select coalesce(string_agg('(' || case key when '*' then 'true' else format('permission = %L', key) end
      || case when place -> 'trees' ? '1' then '' else format(' and (unit_path <@ any (%L::ltree[]) or unit_path = any (%L::ltree[]))',
        array(select jsonb_array_elements_text(place -> 'trees')), array(select jsonb_array_elements_text(place -> 'units'))) end
      || ')', ' or '), 'false')
    from jsonb_each(reach) as held (key, place)
  $$;

-- Under a policy PostgreSQL keeps `@@`, `like` and `<%` from their indexes (they are not leakproof). These functions run as the owner and ask for the
-- reach themselves, in the same statement.
create function entries_with_words(given jsonb, kinds text[], query text, most integer) returns setof search_entry
  language plpgsql stable security definer set search_path = public, pg_temp
  as $$
begin
  return query execute format('select * from search_entry where words @@ to_tsquery(''simple'', %L) and kind = any (%L) and (%s) limit %s',
    query, kinds, reach_condition(reach_that_counts(given)), most);
end
$$;

create function entries_near(given jsonb, kinds text[], spelling text, most integer) returns setof search_entry
  language plpgsql stable security definer set search_path = public, pg_temp set pg_trgm.word_similarity_threshold = 0.5
  as $$
begin
  return query execute format('select * from search_entry where %L <%% folded and kind = any (%L) and (%s) limit %s',
    spelling, kinds, reach_condition(reach_that_counts(given)), most);
end
$$;

-- Plans whose search text is like all of the patterns, so many at most.
create function plans_like(given jsonb, patterns text[], most integer) returns setof uuid
  language plpgsql stable security definer set search_path = public, pg_temp
  as $$
begin
  return query execute format('select id from (select id, unit_path, search, ''plan.read'' as permission from plan_document) plan
    where %s and (%s) limit %s', (select coalesce(string_agg(format('search like %L', pattern), ' and '), 'true') from unnest(patterns) as pattern),
    reach_condition(reach_that_counts(given)), most);
end
$$;
