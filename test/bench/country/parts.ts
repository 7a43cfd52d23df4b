/** What the bench takes out of the product, built with a renderer that keeps the last page. */

export { theSystem } from '../../../src/access/builtin-actors.ts'
export { hashPassword } from '../../../src/access/passwords.ts'
export { findSignedIn } from '../../../src/access/queries/find-actor.ts'
export { createApp } from '../../../src/app.tsx'
export { readConfig } from '../../../src/config.ts'
export { write } from '../../../src/context.ts'
export { deriveTasks } from '../../../src/duties/derive-tasks.ts'
export { contextOf, openHouse } from '../../../src/house.ts'
export { systemChance } from '../../../src/platform/chance.ts'
export { reachSetting } from '../../../src/platform/db/reach-setting.ts'
export { jsonLog } from '../../../src/platform/log.ts'
