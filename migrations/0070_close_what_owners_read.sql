-- Behind the wall a journal across all units is one's own only; jobs and the owner read whose they will.
create or replace function history_of_person(person uuid) returns setof history
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select h.* from history h
    where (h.actor_id = $1 or h.subject_id = $1) and ((select current_setting('role') <> 'lantoa_reach') or $1 = (select person_now()))
  $$;

-- What can be found of any plan, whoever asks: for the triggers that keep the index, which run as the owner.
revoke execute on function entries_of_plans(uuid[]), search_plans(uuid[]) from public;
