import { Icon } from './icon.tsx'

interface PrintButtonProps {
  readonly label: string
  readonly kind?: '' | 'first' | 'small'
}

/** Prints the page. Its page asks for the script `print`, which shows it: without script the browser's own menu does it. */
export function PrintButton({ label, kind = '' }: PrintButtonProps) {
  return (
    <button class={['button', kind].filter(Boolean).join(' ')} type="button" data-print hidden>
      <Icon name="print" />
      {label}
    </button>
  )
}
