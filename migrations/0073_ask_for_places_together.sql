-- The index of 0072 serves `<@ any` as well: places are asked for together again, however many somebody reaches.
create or replace function reach_condition(reach jsonb) returns text
  language sql stable set search_path = public, pg_temp
  as $$
    select coalesce(string_agg('(' || case key when '*' then 'true' else format('permission = %L', key) end
      || case when place -> 'trees' ? '1' then '' else format(' and (unit_path <@ any (%L::ltree[]) or unit_path = any (%L::ltree[]))',
        array(select jsonb_array_elements_text(place -> 'trees')), array(select jsonb_array_elements_text(place -> 'units'))) end
      || ')', ' or '), 'false')
    from jsonb_each(reach) as held (key, place)
  $$;
