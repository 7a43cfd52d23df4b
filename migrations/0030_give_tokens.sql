-- Personal tokens for programs: a person's present rights, narrowed to the scopes (a scope is a permission). Kept as their hash.
create table personal_token (
  id uuid primary key,
  token_hash bytea not null unique,
  person_id uuid not null references person,
  name text not null check (name <> ''),
  scopes text[] not null check (cardinality(scopes) > 0),
  created_at timestamptz not null,
  ends_at timestamptz not null,
  -- Last used, to the minute.
  seen_at timestamptz,
  revoked_at timestamptz
);

create index personal_token_person on personal_token (person_id);
