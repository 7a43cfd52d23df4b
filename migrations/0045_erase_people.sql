-- Somebody's data is erased on request: the row stays, because records point to it, without anything that says who it was.
alter table person add column erased_at timestamptz;

-- Whoever has been erased is found no more.
create or replace function search_position() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  as $$
begin
  if tg_op <> 'INSERT' then
    delete from search_entry where kind = 'person' and ref = old.person_id::text and unit_id = old.unit_id;
  end if;
  if tg_op <> 'DELETE' then
    insert into search_entry (kind, ref, unit_id, unit_path, permission, title, note)
    select 'person', person.id::text, unit.id, unit.path, 'person.read', person.full_name, new.title
    from person, unit where person.id = new.person_id and unit.id = new.unit_id and person.erased_at is null
    on conflict (kind, ref, unit_id) do update set title = excluded.title, note = excluded.note;
  end if;
  return null;
end
$$;

create function forget_person() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  as $$
begin
  delete from search_entry where kind = 'person' and ref = new.id::text;
  return null;
end
$$;

create trigger forget_person after update of erased_at on person
  for each row when (new.erased_at is not null) execute function forget_person();

-- Everything that one person did or that was done to their record, for their own copy of their data, wherever it stands.
create function history_of_person(person uuid) returns setof history
  language sql stable security definer set search_path = public, pg_temp
  as $$ select h.* from history h where h.actor_id = $1 or h.subject_id = $1 $$;
