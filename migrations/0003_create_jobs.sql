-- What people see of a job. The queue itself is graphile_worker's, in its own schema; both rows commit together.
create table job (
  id uuid primary key,
  name text not null,
  -- The record the job works for.
  subject_id uuid,
  state text not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  done integer not null default 0 check (done >= 0),
  total integer check (total >= 0),
  -- What it is doing now, as a code that texts.ts turns into words.
  step text,
  problem jsonb,
  cancel_requested boolean not null default false,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz
);

create index job_subject on job (subject_id);
