create extension if not exists unaccent;
create extension if not exists pg_trgm;

-- Vietnamese text without marks and case, for search: «Đồng Tháp» and «dong thap» are one.
create function fold(value text) returns text
  language sql immutable strict parallel safe
  as $$ select lower(public.unaccent('public.unaccent'::regdictionary, normalize(value, nfc))) $$;

-- What happened to units, and by which decision; undone changes stay readable.
create table unit_change (
  id uuid primary key,
  -- The order in which they were entered.
  number bigint generated always as identity unique,
  kind text not null check (kind in ('created', 'renamed', 'moved', 'merged', 'split', 'abolished', 'imported')),
  -- The day from which it holds.
  on_date date not null,
  -- The decision it rests on, as people write it: «Nghị quyết số … ngày …».
  decision text,
  made_at timestamptz not null,
  made_by uuid,
  undone_at timestamptz
);

-- The present state stands in unit; abolished_on is the first day on which it no longer exists.
alter table unit
  add column parent_id integer references unit,
  add column short_name text,
  add column kind text not null default 'other',
  add column code text,
  add column founded_on date,
  add column abolished_on date,
  add column folded text generated always as (fold(name || ' ' || coalesce(short_name, '') || ' ' || coalesce(code, ''))) stored,
  add constraint unit_ends_after_it_begins check (abolished_on is null or founded_on is null or abolished_on >= founded_on);

create index unit_parent on unit (parent_id, id);
create index unit_folded on unit using gin (folded gin_trgm_ops);
create unique index unit_code on unit (code) where code is not null and abolished_on is null;

-- What a unit was called, what it was and where it stood, from one day to the day before another.
create table unit_version (
  unit_id integer not null references unit,
  from_date date,
  until_date date,
  name text not null,
  short_name text,
  kind text not null,
  code text,
  parent_id integer references unit,
  -- The change that began this version, and the one that ended it.
  change_id uuid references unit_change,
  ended_by uuid references unit_change,
  check (until_date is null or from_date is null or until_date > from_date)
);

create unique index unit_version_begins on unit_version (unit_id, from_date) nulls not distinct;
create unique index unit_version_is_open_once on unit_version (unit_id) where until_date is null;
create index unit_version_parent on unit_version (parent_id);
create index unit_version_change on unit_version (change_id);
create index unit_version_ended_by on unit_version (ended_by);

insert into unit_version (unit_id, name, kind) select id, name, kind from unit;

-- Who inherits from whom, from which day.
create table unit_succession (
  predecessor_id integer not null references unit,
  successor_id integer not null references unit,
  on_date date not null,
  change_id uuid not null references unit_change,
  primary key (predecessor_id, successor_id, change_id),
  check (predecessor_id <> successor_id)
);

create index unit_succession_heirs on unit_succession (successor_id);
create index unit_succession_change on unit_succession (change_id);

-- Records carry their unit's path; a unit that moves takes them along (foreign keys on both columns, on update cascade).
alter table unit add constraint unit_place unique (id, path);

-- Clusters and blocks (cụm, khối thi đua): units that compete with one another, from one day to another.
create table cluster (
  id uuid primary key,
  unit_id integer not null references unit,
  name text not null,
  kind text not null check (kind in ('cluster', 'block')),
  ended_on date
);

create index cluster_unit on cluster (unit_id);

create table cluster_member (
  cluster_id uuid not null references cluster,
  unit_id integer not null references unit,
  from_date date not null,
  until_date date,
  primary key (cluster_id, unit_id, from_date),
  check (until_date is null or until_date > from_date)
);

create index cluster_member_unit on cluster_member (unit_id);
