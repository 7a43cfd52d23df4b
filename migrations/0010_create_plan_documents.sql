create extension if not exists pg_trgm;

-- A document that somebody handed in to be read: one file, or photographs of its pages in order.
create table plan_document (
  id uuid primary key,
  unit_id integer not null references unit,
  unit_path ltree not null,
  -- What it is called until it has been read: the name of the file.
  name text not null check (name <> ''),
  state text not null check (state in ('uploaded', 'reading', 'read', 'failed', 'cancelled')),
  -- Why it failed: code and facts that texts.ts turns into a sentence.
  problem jsonb,
  created_at timestamptz not null,
  read_at timestamptz,
  -- What lists show of the reading.
  type text,
  number text,
  title text,
  issuer text,
  -- As far as the document says: 2026, 2026-03 or 2026-03-05.
  issued text check (issued ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  field_count integer not null default 0,
  question_count integer not null default 0,
  -- Name, number, title and issuer in lower case without diacritics.
  search text collate "C" not null,
  sort_title text collate "C" not null,
  check ((state = 'failed') = (problem is not null)),
  check ((state = 'read') = (read_at is not null))
);

create index plan_document_unit on plan_document using gist (unit_path);
create index plan_document_title on plan_document (sort_title, id);
create index plan_document_issued on plan_document ((coalesce(issued, '')), id);
create index plan_document_search on plan_document using gin (search gin_trgm_ops);

-- The files as they came, in the order of the pages.
create table plan_file (
  id uuid primary key,
  document_id uuid not null references plan_document on delete cascade,
  position integer not null check (position >= 0),
  name text not null check (name <> ''),
  size bigint not null check (size >= 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  file_key text not null,
  -- Degrees clockwise that a photograph has to be turned to stand upright.
  turn smallint not null default 0 check (turn in (0, 90, 180, 270)),
  unique (document_id, position)
);

-- What was read, as the parser's contract has it. Spans count UTF-16 units in `text`.
create table plan_reading (
  document_id uuid primary key references plan_document on delete cascade,
  text text not null,
  plan jsonb not null,
  sources json not null,
  unused json not null,
  questions json not null
);
