import { SelectField } from '../../ui/fields.tsx'
import { texts as uiTexts } from '../../ui/texts.ts'
import type { View } from '../../ui/view.ts'
import { taskTexts } from '../texts/tasks.ts'

interface PlanFieldProps {
  readonly view: View
  readonly value: string | null
  readonly plans: readonly { readonly id: string; readonly title: string }[]
}

/** Narrows a list to one plan, where there are several. */
export function PlanField({ view, value, plans }: PlanFieldProps) {
  if (plans.length < 2) return null
  const options = plans.map(({ id, title }) => ({ value: id, label: title }))
  return (
    <SelectField
      view={view}
      id="plan"
      name="ke-hoach"
      label={taskTexts[view.lang].plan}
      value={value ?? ''}
      options={[{ value: '', label: uiTexts[view.lang].all }, ...options]}
    />
  )
}
