-- People who sign in, or whom records name. Values that point to a person stand here and nowhere else.
create table person (
  id uuid primary key,
  full_name text not null check (full_name <> ''),
  user_name text check (user_name ~ '^[a-z0-9][a-z0-9._-]{1,39}$'),
  phone text check (phone ~ '^\+?[0-9]{8,15}$'),
  email text check (email ~ '^[^@\s]+@[^@\s]+$'),
  -- Given name first, as Vietnamese lists are sorted: «Hà Lê Thị».
  sort_name text not null,
  folded text generated always as (fold(full_name)) stored,
  -- The first day on which they may no longer sign in.
  left_on date,
  created_at timestamptz not null
);

create unique index person_user_name on person (user_name) where user_name is not null;
create unique index person_phone on person (phone) where phone is not null;
create unique index person_email on person (lower(email)) where email is not null;
create index person_folded on person using gin (folded gin_trgm_ops);

-- What a role may do, and how far below its unit. Data: an administrator may change it, a migration adds to it.
create table role_permission (
  role text not null,
  permission text not null,
  reach text not null check (reach in ('unit', 'subtree')),
  primary key (role, permission)
);

-- A person's place in a unit, from one day to the day before another. One person may have several.
create table position (
  id uuid primary key,
  person_id uuid not null references person,
  unit_id integer not null references unit,
  role text not null,
  -- As it is printed: «Công chức Văn hóa – Xã hội».
  title text not null default '',
  from_date date not null,
  until_date date,
  check (until_date is null or until_date > from_date)
);

create index position_person on position (person_id);
create index position_unit on position (unit_id);

-- For a time one person acts with the rights of another's position.
create table delegation (
  id uuid primary key,
  position_id uuid not null references position,
  person_id uuid not null references person,
  from_date date not null,
  -- Never open: a delegation ends.
  until_date date not null,
  reason text not null default '',
  made_by uuid references person,
  ended_at timestamptz,
  check (until_date > from_date)
);

create index delegation_person on delegation (person_id);
create index delegation_position on delegation (position_id);

-- A right given to one person beside any position.
create table direct_grant (
  id uuid primary key,
  person_id uuid not null references person,
  unit_id integer not null references unit,
  permission text not null,
  reach text not null check (reach in ('unit', 'subtree')),
  from_date date not null,
  until_date date,
  reason text not null,
  made_by uuid references person,
  check (until_date is null or until_date > from_date)
);

create index direct_grant_person on direct_grant (person_id);

-- Every right that anybody holds, held or will hold, with the reason for it. `until_date` is the first day without it.
create view held_grant as
  select p.person_id, r.permission, u.id as unit_id, u.path, r.reach, p.from_date, p.until_date,
    'position' as because, p.id as because_id
  from position p
  join role_permission r on r.role = p.role
  join unit u on u.id = p.unit_id
  union all
  select d.person_id, r.permission, u.id, u.path, r.reach, greatest(d.from_date, p.from_date),
    least(d.until_date, p.until_date), 'delegation', d.id
  from delegation d
  join position p on p.id = d.position_id
  join role_permission r on r.role = p.role
  join unit u on u.id = p.unit_id
  where d.ended_at is null
  union all
  select g.person_id, g.permission, u.id, u.path, g.reach, g.from_date, g.until_date, 'grant', g.id
  from direct_grant g
  join unit u on u.id = g.unit_id;

insert into role_permission (role, permission, reach) values
  ('administrator', '*', 'subtree'),
  ('officer', 'plan.read', 'subtree'),
  ('officer', 'plan.import', 'subtree'),
  ('officer', 'unit.read', 'subtree'),
  ('officer', 'unit.change', 'subtree'),
  ('officer', 'person.read', 'subtree'),
  ('officer', 'person.change', 'subtree'),
  ('officer', 'history.read', 'subtree'),
  ('officer', 'access.give', 'subtree'),
  ('officer', 'access.read', 'subtree'),
  ('leader', 'plan.read', 'subtree'),
  ('leader', 'unit.read', 'subtree'),
  ('leader', 'person.read', 'subtree'),
  ('leader', 'history.read', 'subtree'),
  ('member', 'plan.read', 'unit'),
  ('member', 'unit.read', 'unit'),
  ('member', 'person.read', 'unit'),
  ('supervisor', 'plan.read', 'subtree'),
  ('supervisor', 'unit.read', 'subtree');
