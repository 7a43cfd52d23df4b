import { sql } from 'kysely'
import type { Database } from '../../src/platform/db/database.ts'

/** A plan with a file, a reading, a job, a journal entry and its entry in the index, for every unit. */
export async function plantRows(db: Database): Promise<void> {
  await sql
    .raw(`
    insert into plan_document (id, unit_id, unit_path, name, state, created_at, search, sort_title)
      select gen_random_uuid(), id, path, 'x', 'uploaded', now(), '', '' from unit;
    insert into plan_file (id, document_id, position, name, size, sha256, file_key)
      select gen_random_uuid(), id, 0, 'x', 1, repeat('0', 64), 'x' from plan_document;
    insert into plan_reading select id, '', '{}', '[]', '[]', '[]' from plan_document;
    delete from job;
    insert into job (id, name, subject_id, state, created_at) select gen_random_uuid(), 'plan.read', id, 'waiting', now() from plan_document;
    insert into history select id, 1, now(), 'unit.created', 'system', null, gen_random_uuid(), '{}', '', '' from unit;
    delete from search_entry;
    insert into search_entry (kind, ref, unit_id, unit_path, permission, title)
      select 'plan', id, id, path, 'plan.read', 'x' from unit union all select 'unit', id, id, path, 'unit.read', 'x' from unit;
  `)
    .execute(db)
}
