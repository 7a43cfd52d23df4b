import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

interface MenuProps {
  readonly icon: IconName
  readonly label: string
  /** Links or buttons, one under the other. */
  readonly children: ComponentChildren
}

/** Several actions behind one button; opens and closes without script. */
export function Menu({ icon, label, children }: MenuProps) {
  return (
    <details class="menu">
      <summary class="button small">
        <Icon name={icon} />
        {label}
        <Icon name="down" />
      </summary>
      <div class="menu-sheet">{children}</div>
    </details>
  )
}
