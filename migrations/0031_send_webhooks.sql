-- Somebody's program that is told of events in a unit and everything below it.
create table webhook (
  id uuid primary key,
  unit_id integer not null,
  unit_path ltree not null,
  url text not null,
  -- Events of the journal; none: every event.
  events text[] not null,
  -- Must be read to sign, so it cannot be hashed.
  secret text not null,
  made_by uuid references person,
  created_at timestamptz not null,
  -- Deliveries in a row that failed for good.
  failures integer not null default 0,
  disabled_at timestamptz,
  foreign key (unit_id, unit_path) references unit (id, path) on update cascade
);

create index webhook_unit on webhook using gist (unit_path);

-- One entry of the journal on its way to one webhook.
create table webhook_delivery (
  id uuid primary key,
  webhook_id uuid not null references webhook on delete cascade,
  unit_id integer not null,
  number bigint not null,
  created_at timestamptz not null,
  state text not null check (state in ('waiting', 'delivered', 'failed')),
  attempts integer not null default 0,
  -- What the last attempt was answered with; null where nobody answered.
  status integer,
  -- Why the last attempt failed, as a code.
  problem text,
  finished_at timestamptz,
  foreign key (unit_id, number) references history (unit_id, number)
);

create index webhook_delivery_webhook on webhook_delivery (webhook_id, id);
create index webhook_delivery_entry on webhook_delivery (unit_id, number);

insert into role_permission (role, permission, reach) values ('officer', 'webhook.change', 'subtree');
