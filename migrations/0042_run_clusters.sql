-- Clusters and blocks become records of the unit that forms them: behind the wall, moved with it, found by search. Every year one member leads.
alter table cluster add column unit_path ltree;
update cluster set unit_path = unit.path from unit where unit.id = cluster.unit_id;
alter table cluster
  alter column unit_path set not null,
  add constraint cluster_place foreign key (unit_id, unit_path) references unit (id, path) on update cascade,
  add constraint cluster_has_a_name check (name <> '');

drop index cluster_unit;
create index cluster_unit on cluster (unit_id, name, id);
create unique index cluster_name on cluster (unit_id, fold(name)) where ended_on is null;
create unique index cluster_member_is_open_once on cluster_member (cluster_id, unit_id) where until_date is null;

create table cluster_leader (
  cluster_id uuid not null references cluster,
  year integer not null check (year between 1948 and 2200),
  unit_id integer not null references unit,
  primary key (cluster_id, year)
);

create index cluster_leader_unit on cluster_leader (unit_id);

insert into role_permission (role, permission, reach) values ('officer', 'cluster.change', 'subtree');

-- A cluster is seen where it was formed and by every unit that is or was in it. The function reads as the owner, so that a policy on the members
-- that asks for the cluster does not run in a circle.
create function sees_cluster(wanted uuid) returns boolean
  language sql stable parallel safe security definer set search_path = public, pg_temp
  as $$
    select exists (select from cluster c where c.id = wanted and reaches('unit.read', c.unit_path))
      or exists (select from cluster_member m join unit u on u.id = m.unit_id
        where m.cluster_id = wanted and reaches('unit.read', u.path))
  $$;

create function cluster_place(wanted uuid) returns ltree
  language sql stable parallel safe security definer set search_path = public, pg_temp
  as $$ select unit_path from cluster where id = wanted $$;

alter table cluster enable row level security;
create policy seen on cluster for select using (reaches('unit.read', unit_path) or sees_cluster(id));
create policy made on cluster for insert with check (reaches('cluster.change', unit_path));
create policy changed on cluster for update using (reaches('unit.read', unit_path) or sees_cluster(id))
  with check (reaches('cluster.change', unit_path));

create procedure wall_off_with_cluster(walled regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', walled);
  execute format('create policy seen on %s for select using (sees_cluster(cluster_id))', walled);
  execute format('create policy made on %s for insert with check (reaches(''cluster.change'', cluster_place(cluster_id)))', walled);
  execute format('create policy changed on %s for update using (sees_cluster(cluster_id))
    with check (reaches(''cluster.change'', cluster_place(cluster_id)))', walled);
  execute format('create policy removed on %s for delete using (reaches(''cluster.change'', cluster_place(cluster_id)))', walled);
end
$$;

call wall_off_with_cluster('cluster_member');
call wall_off_with_cluster('cluster_leader');

-- Found in the unit that formed it and in every unit that is in it.
create function search_cluster() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  as $$
declare
  changed uuid;
begin
  if tg_table_name = 'cluster' then
    changed := new.id;
  else
    changed := coalesce(new.cluster_id, old.cluster_id);
  end if;
  delete from search_entry where kind = 'cluster' and ref = changed::text;
  insert into search_entry (kind, ref, unit_id, unit_path, permission, title, note)
  select 'cluster', c.id::text, u.id, u.path, 'unit.read', c.name, owner.name
  from cluster c join unit owner on owner.id = c.unit_id
  join unit u on u.id = c.unit_id or u.id in (select m.unit_id from cluster_member m where m.cluster_id = c.id and m.until_date is null)
  where c.id = changed;
  return null;
end
$$;

create trigger search_cluster after insert or update of name, ended_on on cluster
  for each row execute function search_cluster();
create trigger search_cluster_member after insert or update or delete on cluster_member
  for each row execute function search_cluster();
