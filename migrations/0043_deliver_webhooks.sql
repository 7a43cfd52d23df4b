-- A webhook's deliveries are ordered with the entry of the journal that they carry, and shown newest first.
drop index webhook_delivery_webhook;
create index webhook_delivery_webhook on webhook_delivery (webhook_id, created_at desc, id desc);

call wall_off('webhook', 'webhook.change', 'webhook.change');

alter table webhook_delivery enable row level security;
create policy seen on webhook_delivery using (exists (select from webhook w where w.id = webhook_id))
  with check (exists (select from webhook w where w.id = webhook_id));

-- Whoever acts does not see the webhooks that hear of it: they are found, and their deliveries made, as the owner. Returns the deliveries.
create function order_deliveries(heard_unit integer, entry bigint, event text, happened_at timestamptz) returns setof uuid
  language sql volatile security definer set search_path = public, pg_temp
  as $$
    insert into webhook_delivery (id, webhook_id, unit_id, number, created_at, state)
    select gen_random_uuid(), w.id, heard_unit, entry, happened_at, 'waiting'
    from webhook w
    where w.disabled_at is null and w.unit_path @> (select u.path from unit u where u.id = heard_unit)
      and (w.events = '{}' or event = any (w.events))
    returning id
  $$;

-- What kind of entry a delivery carries, for whoever sees the webhook but may not read the journal there.
create function history_event(entry_unit integer, entry bigint) returns text
  language sql stable security definer set search_path = public, pg_temp
  as $$ select h.event from history h where h.unit_id = entry_unit and h.number = entry $$;
