-- The journal is read by time, by who acted and by record.
create index history_at on history (at desc, unit_id desc, number desc);
create index history_actor on history (actor_id, at desc) where actor_id is not null;
