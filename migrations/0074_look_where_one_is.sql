-- Plans of a whole country have the same words: whoever does not reach all of it looks through what lies in reach, never through everything with these words, which PostgreSQL takes for much less
-- than it is where the last word has only been begun. `is true` keeps it from that index.
create or replace function entries_with_words(given jsonb, kinds text[], query text, most integer) returns setof search_entry
  language plpgsql stable security definer set search_path = public, pg_temp
  as $$
declare
  reach jsonb := reach_that_counts(given);
  has_words text := format('words @@ to_tsquery(''simple'', %L)', query);
begin
  if not exists (select from jsonb_each(reach) as held (key, place) where place -> 'trees' ? '1') then
    has_words := format('(%s) is true', has_words);
  end if;
  return query execute format('select * from search_entry where %s and kind = any (%L) and (%s) limit %s', has_words, kinds, reach_condition(reach), most);
end
$$;
