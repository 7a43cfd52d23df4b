-- What can be found: one row a record and unit. Kept by triggers, so that nothing saved is ever missing from it.
create table search_entry (
  kind text not null,
  ref text not null,
  unit_id integer not null,
  unit_path ltree not null,
  -- The right that whoever finds it must hold over the unit.
  permission text not null,
  title text not null,
  note text not null default '',
  folded text generated always as (fold(title || ' ' || note)) stored,
  words tsvector generated always as (to_tsvector('simple', fold(title || ' ' || note))) stored,
  primary key (kind, ref, unit_id),
  foreign key (unit_id, unit_path) references unit (id, path) on update cascade on delete cascade
);

create index search_entry_words on search_entry using gin (words);
create index search_entry_folded on search_entry using gin (folded gin_trgm_ops);
create index search_entry_unit on search_entry (unit_id, unit_path);

create function search_unit() returns trigger language plpgsql as $$
begin
  insert into search_entry (kind, ref, unit_id, unit_path, permission, title, note)
  values ('unit', new.id::text, new.id, new.path, 'unit.read', new.name, concat_ws(' ', new.short_name, new.code))
  on conflict (kind, ref, unit_id) do update set title = excluded.title, note = excluded.note;
  return null;
end
$$;

create trigger search_unit after insert or update of name, short_name, code on unit
  for each row when (new.name <> '') execute function search_unit();

-- A person is found in every unit where they hold a position, or held one.
create function search_position() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    delete from search_entry where kind = 'person' and ref = old.person_id::text and unit_id = old.unit_id;
  end if;
  if tg_op <> 'DELETE' then
    insert into search_entry (kind, ref, unit_id, unit_path, permission, title, note)
    select 'person', person.id::text, unit.id, unit.path, 'person.read', person.full_name, new.title
    from person, unit where person.id = new.person_id and unit.id = new.unit_id
    on conflict (kind, ref, unit_id) do update set title = excluded.title, note = excluded.note;
  end if;
  return null;
end
$$;

create trigger search_position after insert or update or delete on position
  for each row execute function search_position();

create function search_person() returns trigger language plpgsql as $$
begin
  update search_entry set title = new.full_name where kind = 'person' and ref = new.id::text;
  return null;
end
$$;

create trigger search_person after update of full_name on person
  for each row execute function search_person();

create function search_plan() returns trigger language plpgsql as $$
begin
  insert into search_entry (kind, ref, unit_id, unit_path, permission, title, note)
  values ('plan', new.id::text, new.unit_id, new.unit_path, 'plan.read', coalesce(new.title, new.name),
    concat_ws(' ', new.number, new.issuer))
  on conflict (kind, ref, unit_id) do update set title = excluded.title, note = excluded.note;
  return null;
end
$$;

create trigger search_plan after insert or update of name, title, number, issuer on plan_document
  for each row execute function search_plan();

create function forget_plan() returns trigger language plpgsql as $$
begin
  delete from search_entry where ref = old.id::text or ref like old.id::text || '#%';
  return null;
end
$$;

create trigger forget_plan after delete on plan_document
  for each row execute function forget_plan();

-- The fields of a plan that has been read, each by its place in the plan.
create function search_fields() returns trigger language plpgsql as $$
begin
  delete from search_entry where kind = 'field' and ref like new.document_id::text || '#%';
  insert into search_entry (kind, ref, unit_id, unit_path, permission, title, note)
  select 'field', document.id::text || '#' || place - 1, document.unit_id, document.unit_path, 'plan.read', field ->> 'title',
    coalesce(document.title, document.name)
  from plan_document document, jsonb_array_elements(new.plan -> 'fields') with ordinality as fields (field, place)
  where document.id = new.document_id and field ->> 'title' is not null;
  return null;
end
$$;

create trigger search_fields after insert or update of plan on plan_reading
  for each row execute function search_fields();

insert into search_entry (kind, ref, unit_id, unit_path, permission, title, note)
  select 'unit', id::text, id, path, 'unit.read', name, concat_ws(' ', short_name, code) from unit where name <> '';
