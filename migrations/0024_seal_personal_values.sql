-- The key under which a person's values stand in the journal. Destroyed when they are erased: the chain stays whole, the values cannot be read.
create table person_key (
  person_id uuid primary key references person,
  key bytea,
  erased_at timestamptz,
  check ((key is null) = (erased_at is not null))
);
