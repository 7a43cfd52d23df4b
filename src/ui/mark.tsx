/** The mark of the house: a lotus bud, and the water it moves. */
export function Mark() {
  return (
    <svg class="house-mark" viewBox="0 0 48 48" aria-hidden="true">
      <g fill="var(--lotus)">
        <path d="M24 3c5 5.6 6.6 13 0 22-6.6-9-5-16.4 0-22Z" />
        <path d="M22 26.5C15 26 10.5 20.5 10 12.5c6.5 2 11 7 12 14Z" opacity=".72" />
        <path d="M26 26.5c7-.5 11.5-6 12-14-6.5 2-11 7-12 14Z" opacity=".72" />
      </g>
      <g fill="none" stroke="var(--river)" stroke-width="2.5" stroke-linecap="round">
        <path d="M15.5 31c2.5 3 14.5 3 17 0" />
        <path d="M9.5 34c3.5 6.5 25.5 6.5 29 0" opacity=".75" />
        <path d="M3.5 37c4.5 9.800 36.5 9.800 41 0" opacity=".45" />
      </g>
    </svg>
  )
}

/** Rings on still water: where nothing stands yet. */
export function Ripples() {
  return (
    <svg class="ripples" viewBox="0 0 120 52" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2">
      <ellipse cx="60" cy="26" rx="11" ry="4.5" />
      <ellipse cx="60" cy="26" rx="26" ry="11" opacity=".7" />
      <ellipse cx="60" cy="26" rx="42" ry="18" opacity=".45" />
      <ellipse cx="60" cy="26" rx="58" ry="25" opacity=".22" />
      <circle cx="60" cy="25" r="2.5" fill="var(--lotus)" stroke="none" />
    </svg>
  )
}
