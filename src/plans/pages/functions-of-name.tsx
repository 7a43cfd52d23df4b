import type { ComponentChildren } from 'preact'
import { peoplePaths, withFunction } from '../../organisation/paths.ts'
import type { View } from '../../ui/view.ts'
import { unitTexts } from '../texts/units.ts'
import type { HeldFunction } from '../units/function-holders.ts'
import { titleToGive } from '../units/functions.ts'

/** A function as the actor may see it: `holders` are those whose names they read, `mayGive` whether they may give it to somebody. */
export interface ShownFunction extends HeldFunction {
  readonly isHeld: boolean
  readonly mayGive: boolean
}

interface FunctionsProps {
  readonly view: View
  readonly functions: readonly ShownFunction[]
  /** Where one goes on after giving one. */
  readonly back: string
  /** Inside a form that the actor may send: it is saved on the way, so that nothing ticked is lost. */
  readonly savesFirst: boolean
}

/** Who holds the functions that a name stands for, and the way to give one that nobody holds. */
export function Functions({ view, functions, back, savesFirst }: FunctionsProps) {
  const words = unitTexts[view.lang]
  return (
    <>
      {functions.map(({ unitId, title, isHeld, holders, mayGive }) => (
        <p class={isHeld ? 'function-held' : 'function-held vacant'}>
          {!isHeld && words.vacant(title)}
          {isHeld && holders.length === 0 && words.isHeld}
          {holders.length > 0 && `${words.heldBy} `}
          {holders.map(({ personId, fullName, title: held }, index) => (
            <>
              {index > 0 && '; '}
              <a href={peoplePaths.person(personId)}>{fullName}</a>, <span lang="vi">{held}</span>
            </>
          ))}{' '}
          {!isHeld && mayGive && (
            <Way
              savesFirst={savesFirst}
              to={withFunction(peoplePaths.giveFunction, { unitId, title: titleToGive(title), back })}
            >
              {words.give}
            </Way>
          )}
        </p>
      ))}
    </>
  )
}

interface WayProps {
  readonly savesFirst: boolean
  readonly to: string
  readonly children: ComponentChildren
}

/** A way out of the form of a plan's units. */
export function Way({ savesFirst, to, children }: WayProps) {
  return savesFirst ? (
    <button class="button small" type="submit" name="then" value={to}>
      {children}
    </button>
  ) : (
    <a class="button small" href={to}>
      {children}
    </a>
  )
}
