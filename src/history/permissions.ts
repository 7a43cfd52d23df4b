import type { Permission } from '../core/reach.ts'

export const readHistory = 'history.read' satisfies Permission
