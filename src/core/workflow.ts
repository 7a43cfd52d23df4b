/** What may happen next: state → action → state. The page shows, and the server accepts, exactly what the table says. */
export type Workflow = Readonly<Record<string, Readonly<Record<string, string>>>>

export type StateOf<W extends Workflow> = keyof W & string
export type ActionOf<W extends Workflow> = { [S in keyof W]: keyof W[S] & string }[keyof W]

/** Where the action leads, or undefined when the table does not allow it in this state. */
export function nextState<W extends Workflow>(
  workflow: W,
  state: StateOf<W>,
  action: ActionOf<W>,
): StateOf<W> | undefined {
  const actions: Readonly<Record<string, string>> = workflow[state] ?? {}
  return Object.hasOwn(actions, action) ? actions[action] : undefined
}

/** Every action that the table allows in this state, in the table's order. */
export function allowedActions<W extends Workflow>(workflow: W, state: StateOf<W>): ActionOf<W>[] {
  return Object.keys(workflow[state] ?? {}) as ActionOf<W>[]
}
