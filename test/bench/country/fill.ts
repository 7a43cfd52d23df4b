import { createHash, randomBytes } from 'node:crypto'
import type pg from 'pg'

/** Units of the country, as ARCHITECTURE's «size of the world» has it. */
export const size = { provinces: 34, communes: 3_321, units: 50_000, people: 20_000, fields: 15, duties: 8 } as const

/** Who looks at the pages, each with a session of their own. */
export interface Visitors {
  readonly provinceOfficer: string
  readonly communeOfficer: string
  readonly member: string
}

/**
 * Fills an empty database with a country: one plan in force a commune with fields, criteria and duties, its parts with the units below. Everything by SQL, names made of numbers
 * and common syllables. Tasks are not made: that is what is measured. Returns the secrets of three sessions.
 */
export async function fillCountry(pool: pg.Pool, today: string): Promise<Visitors> {
  const { provinces, communes, units, people, fields, duties } = size
  const below = units - 1 - provinces - communes
  const client = await pool.connect()
  // One connection without the product's time limit and without its triggers, which a statement of a country would call row by row.
  await client.query('set statement_timeout = 0')
  await client.query('set session_replication_role = replica')
  await client.query(`
    insert into unit (id, path, name, kind, parent_id) overriding system value
      select 1 + n, ('1.' || 1 + n)::ltree, 'Tỉnh số ' || n, 'province', 1 from generate_series(1, ${provinces}) n;
    insert into unit (id, path, name, kind, parent_id) overriding system value
      select id, ('1.' || parent || '.' || id)::ltree, 'Xã ' || (array['Mây','Sông','Núi','Đồng','Ban','Sen','Trúc','Lúa'])[1 + n % 8] || ' ' || n, 'commune', parent
      from (select n, 100 + n as id, 2 + n % ${provinces} as parent from generate_series(1, ${communes}) n) made;
    insert into unit (id, path, name, kind, parent_id) overriding system value
      select id, ('1.' || 2 + commune % ${provinces} || '.' || 100 + commune || '.' || id)::ltree,
        (array['Ấp','Thôn','Trường Tiểu học','Hội Nông dân','Hội Phụ nữ','Trạm Y tế'])[1 + n % 6] || ' ' || n,
        (array['hamlet','hamlet','school','union','union','health'])[1 + n % 6], 100 + commune
      from (select n, 10000 + n as id, 1 + n % ${communes} as commune from generate_series(1, ${below}) n) made;
    update unit set name = 'Cả nước' where id = 1;
    select setval(pg_get_serial_sequence('unit', 'id'), 100000);
    insert into unit_version (unit_id, name, kind, parent_id) select id, name, kind, parent_id from unit where id <> 1;
    insert into person (id, full_name, user_name, sort_name, created_at)
      select gen_random_uuid(), 'Nguyễn Văn ' || (array['An','Bình','Cường','Dũng','Giang','Hà','Khánh','Lan'])[1 + n % 8] || ' ' || n, 'nguoi.' || n,
        (array['An','Bình','Cường','Dũng','Giang','Hà','Khánh','Lan'])[1 + n % 8] || ' Nguyễn Văn ' || n, now() from generate_series(1, ${people}) n;
    insert into position (id, person_id, unit_id, role, title, from_date)
      select gen_random_uuid(), id, case when n <= ${provinces} then 1 + n when n <= ${provinces} + ${communes} then 100 + n - ${provinces} else 10000 + n end,
        case when n <= ${provinces} + ${communes} then 'officer' else 'member' end, 'Chức vụ ' || n % 20, '2025-07-01'
      from (select id, row_number() over (order by full_name, id) as n from person) numbered;
  `)
  await client.query(planting(fields, duties, today))
  await client.query(`
    insert into search_entry (kind, ref, unit_id, unit_path, permission, title)
      select 'unit', id::text, id, path, 'unit.read', name from unit on conflict do nothing;
    insert into search_entry (kind, ref, unit_id, unit_path, permission, title, note)
      select 'person', person.id::text, unit.id, unit.path, 'person.read', person.full_name, position.title
      from position join person on person.id = position.person_id join unit on unit.id = position.unit_id on conflict do nothing;
    insert into search_entry (kind, ref, unit_id, unit_path, permission, title, note, plan_id)
      select 'plan', id::text, unit_id, unit_path, 'plan.read', title, number, id from plan_document on conflict do nothing;
    select search_plans(array(select id from plan_document));
    insert into search_word select distinct word from search_entry, unnest(tsvector_to_array(words)) as word where word ~ '^[a-z]{2,20}$';
  `)
  await client.query('reset session_replication_role')
  await client.query('reset statement_timeout')
  await client.query('analyze')
  client.release()
  return {
    provinceOfficer: await session(pool, 2),
    communeOfficer: await session(pool, 134),
    member: await session(pool, 10_000 + provinces + communes + 1),
  }
}

function planting(fields: number, duties: number, today: string): string {
  const year = today.slice(0, 4)
  const cadences = `(array['monthly','monthly','quarterly','quarterly','halfYearly','halfYearly','yearly','once'])[1 + (k - 1) % 8]`
  const deadlines = `(array['trước ngày 20','ngày 25','trước ngày 20 của tháng cuối quý','ngày 05 của tháng đầu quý sau','trước ngày 15/6',null,'chậm nhất ngày 15/11','trước ngày 30/10/${year}'])[1 + (k - 1) % 8]`
  return `
    insert into plan_document (id, unit_id, unit_path, name, title, issuer, number, state, created_at, search, sort_title, period_from, period_to, in_force_on)
      select gen_random_uuid(), id, path, 'ke-hoach.docx', 'Xây dựng, bồi dưỡng và nhân rộng điển hình tiên tiến năm ${year} ' || name, 'Ủy ban nhân dân ' || name, id || '/KH-UBND',
        'in-force', now(), fold('ke hoach dien hinh ' || name), fold(name), '${year}-01-01', '${year}-12-31', '${year}-01-01' from unit where kind = 'commune';
    insert into plan_item (id, plan_id, kind, position, data)
      select gen_random_uuid(), id, 'field', k, jsonb_build_object('ordinal', k::text, 'title', 'Lĩnh vực số ' || k, 'lead', '[]'::jsonb, 'coordinating', '[]'::jsonb, 'relation', null, 'period', null)
      from plan_document, generate_series(1, ${fields}) k;
    insert into plan_item (id, plan_id, parent_id, kind, position, data)
      select gen_random_uuid(), plan_id, id, 'criterion', k, jsonb_build_object('subject', (array['collective','individual','household'])[k],
        'text', 'Tiêu chuẩn số ' || k || ' của lĩnh vực, viết dài như văn bản của các xã thường viết, có số liệu và địa chỉ cụ thể')
      from plan_item, generate_series(1, 3) k where kind = 'field';
    insert into plan_item (id, plan_id, kind, position, data)
      select gen_random_uuid(), id, 'duty', k, jsonb_build_object('cadence', ${cadences}, 'deadline', ${deadlines}, 'by', 'Các đơn vị', 'to', null,
        'text', 'Báo cáo kết quả phát hiện, bồi dưỡng điển hình tiên tiến số ' || k, 'due', null)
      from plan_document, generate_series(1, ${duties}) k;
    insert into plan_part (plan_id, item_id, role, unit_id, unit_path)
      select item.plan_id, item.id, 'owes', owner.id, owner.path
      from plan_item item join plan_document plan on plan.id = item.plan_id
      join lateral (select id, path from unit where parent_id = plan.unit_id order by id offset (item.position::integer % 4) limit 2) owner on true
      where item.kind = 'duty';
  `
}

/** A session of somebody who works in the unit. */
async function session(pool: pg.Pool, unitId: number): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  const hash = createHash('sha256').update(secret).digest()
  const { rowCount } = await pool.query(
    `insert into session (token_hash, id, person_id, created_at, seen_at, ends_at, address, agent)
     select $1, gen_random_uuid(), person_id, now(), now(), now() + interval '1 day', '127.0.0.1', 'bench' from position where unit_id = $2 limit 1`,
    [hash, unitId],
  )
  if (rowCount !== 1) throw new Error(`nobody works in unit ${unitId}`)
  return secret
}
