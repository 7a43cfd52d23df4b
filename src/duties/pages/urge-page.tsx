import { asSentence } from '../../core/text/casing.ts'
import { shownDay } from '../../ui/dates.ts'
import { Csrf, describedBy, Field } from '../../ui/fields.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Shell } from '../../ui/shell.tsx'
import type { View } from '../../ui/view.ts'
import { lateByUnit } from '../letters/late-by-unit.ts'
import { dutyPaths } from '../paths.ts'
import type { LateTask } from '../queries/list-laggards.ts'
import { overviewTexts } from '../texts/overview.ts'

interface UrgePageProps {
  readonly view: View
  readonly late: readonly LateTask[]
  readonly units: readonly number[]
  readonly plan: string | null
  /** Where the same choice stands as a letter for print. */
  readonly letter: string
}

/** Who is about to be urged for what, before it goes out. */
export function UrgePage({ view, late, units, plan, letter }: UrgePageProps) {
  const words = overviewTexts[view.lang]
  const { urging } = words
  const byUnit = lateByUnit(late)
  return (
    <Shell view={view} title={urging.title} styles={['tasks']}>
      <PageHeader
        view={view}
        title={urging.title}
        crumbs={[{ label: words.title, href: dutyPaths.overview }, { label: urging.title }]}
        lead={late.length > 0 ? urging.lead(byUnit.length, late.length) : urging.nobody}
        actions={
          late.length > 0 && (
            <a class="button" href={letter}>
              {urging.letter}
            </a>
          )
        }
      />
      {late.length > 0 && (
        <>
          <form class="sheet pad form mb-6" method="post" action={dutyPaths.urge}>
            <Csrf view={view} />
            {units.map((unit) => (
              <input type="hidden" name="unit" value={unit} />
            ))}
            {plan && <input type="hidden" name="plan" value={plan} />}
            <Field view={view} id="words" label={urging.words} hint={urging.wordsHint}>
              <textarea
                class="input"
                id="words"
                name="words"
                rows={4}
                maxLength={4000}
                aria-describedby={describedBy('words', urging.wordsHint)}
              >
                {urging.suggestion}
              </textarea>
            </Field>
            <p class="hint">{urging.once}</p>
            <button class="button first" type="submit">
              {urging.send}
            </button>
          </form>
          <section class="sheet pad" aria-labelledby="late">
            <h2 id="late">{urging.list}</h2>
            {byUnit.map(({ unitName, lines }) => (
              <>
                <h3 lang="vi">{unitName}</h3>
                <ul class="late-of-unit" lang="vi">
                  {lines.map(({ text, days }) => (
                    <li>
                      {asSentence(text)}
                      <span class="row-note">
                        {words.columns.late}: {days.map(shownDay).join(', ')}
                      </span>
                    </li>
                  ))}
                </ul>
              </>
            ))}
          </section>
        </>
      )}
    </Shell>
  )
}
