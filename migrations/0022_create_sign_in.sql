-- How a person proves to be who they are. Passwords are hashed; the TOTP secret must be read to be checked.
create table credential (
  person_id uuid primary key references person,
  password_hash text,
  password_set_at timestamptz,
  totp_secret text,
  totp_confirmed_at timestamptz,
  -- The last time step that was accepted: a code counts once.
  totp_step bigint not null default 0,
  -- Subject at the single sign-on provider.
  oidc_subject text unique
);

create table session (
  token_hash bytea primary key,
  id uuid not null unique,
  person_id uuid not null references person,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null,
  address text not null,
  agent text not null,
  -- Password right, second step still to come.
  waits_for_totp boolean not null default false
);

create index session_person on session (person_id);

-- A code that an officer hands over, once: to come in first, to set a new password, to drop a lost second step.
create table one_time_code (
  code_hash bytea primary key,
  id uuid not null unique,
  person_id uuid references person,
  purpose text not null check (purpose in ('claim', 'invitation', 'password', 'totp')),
  made_by uuid references person,
  made_at timestamptz not null,
  ends_at timestamptz not null,
  used_at timestamptz
);

create index one_time_code_person on one_time_code (person_id);

-- Wrong attempts, by account and network address: attempts from one address slow down that address, never the account's owner elsewhere.
create table failed_sign_in (
  account text not null,
  address text not null,
  count integer not null,
  last_at timestamptz not null,
  primary key (account, address)
);

-- Browsers from which a person has signed in before; they do not wait behind a stranger's attempts.
create table known_device (
  token_hash bytea primary key,
  person_id uuid not null references person on delete cascade,
  seen_at timestamptz not null
);

create index known_device_person on known_device (person_id);
