import './review/passages.ts'
import { openAdding } from './review/adding.ts'
import { draftsLeft, forgetDraft } from './review/drafts.ts'
import { focusItem, openEditor, saveOpen } from './review/editor.ts'
import { listenToFinder } from './review/find.ts'
import { fieldsOf } from './review/form-errors.ts'
import { listenToKeys, openOnPress } from './review/keys.ts'
import { listenToOthers } from './review/live.ts'
import { openMenuAt, watchSelection } from './review/select-passage.ts'
import { send } from './review/send.ts'
import { byId, isReviewed, plan, showStatus } from './review/state.ts'

/** The page of a plan under review lives: forms open in place and save as one types, and what others do is seen at once. */
function onClick(event: MouseEvent): void {
  const target = event.target
  if (!(target instanceof Element) || event.defaultPrevented || event.button !== 0) return
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
  const from = target.closest<HTMLElement>('a.from')
  const add = target.closest<HTMLAnchorElement>('a.add:not(.from)')
  if (from) openMenuAt(from)
  else if (add) void openAdding(add)
  else if (!openOnPress(target)) return
  event.preventDefault()
}

/** Undo, redo, answers, restoring: forms of one press. */
async function onSubmit(event: SubmitEvent): Promise<void> {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || !form.hasAttribute('data-do')) return
  event.preventDefault()
  const answer = await send(form.action, fieldsOf(form, event.submitter))
  if (answer.kind !== 'done') return
  showStatus('saved', answer.patch.message)
  if (answer.patch.itemId && form.closest('.review-tools') === null) focusItem(answer.patch.itemId)
}

/** What an earlier visit could not save is sent now; where somebody was faster, its form opens with both. */
async function sendDrafts(): Promise<void> {
  for (const [item, fields] of draftsLeft()) {
    const draft = new URLSearchParams(fields)
    const answer = await send(`/ke-hoach/${plan.id}/muc/${item}/sua`, draft)
    if (answer.kind === 'done') forgetDraft(item)
    else if (answer.kind === 'refused' && byId(`i-${item}`)) return openEditor(item, draft)
  }
}

if (isReviewed) {
  document.addEventListener('click', onClick)
  document.addEventListener('submit', (event) => void onSubmit(event))
  window.addEventListener('online', saveOpen)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') saveOpen()
  })
  watchSelection()
  listenToKeys()
  listenToOthers()
  void sendDrafts()
}
listenToFinder()
