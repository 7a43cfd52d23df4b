-- Whoever reaches a few units looks through what lies there, instead of through everything in the country that has the words: places stand one by one in the condition, because PostgreSQL takes
-- `<@` to this index and `<@ any` to none.
create index search_entry_place on search_entry using gist (unit_path);

create or replace function reach_condition(reach jsonb) returns text
  language sql stable set search_path = public, pg_temp
  as $$
    select coalesce(string_agg('(' || case key when '*' then 'true' else format('permission = %L', key) end
      || case when place -> 'trees' ? '1' then '' else format(' and (%s)', coalesce((
        select string_agg(format('unit_path %s %L::ltree', operator, path), ' or ') from (
          select '<@', jsonb_array_elements_text(place -> 'trees') union all select '=', jsonb_array_elements_text(place -> 'units')
        ) as one (operator, path)), 'false')) end
      || ')', ' or '), 'false')
    from jsonb_each(reach) as held (key, place)
  $$;
