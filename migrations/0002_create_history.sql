-- The journal: one hash chain a unit, so that units never wait for one another. Entries are never changed or removed.
create table history (
  unit_id integer not null references unit,
  number bigint not null check (number > 0),
  at timestamptz not null,
  event text not null,
  actor_kind text not null,
  actor_id uuid,
  subject_id uuid not null,
  change jsonb not null,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (unit_id, number)
);

create index history_subject on history (subject_id, number);

-- The end of each unit's chain; whoever writes holds this row until the change commits.
create table history_head (
  unit_id integer primary key references unit,
  number bigint not null,
  hash bytea not null
);

create function history_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'journal entries are final';
end
$$;

create trigger history_is_final before update or delete on history
  for each row execute function history_is_final();
