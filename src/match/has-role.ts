import type { RoleRef } from '../model/flow.ts'
import type { Role } from '../model/map.ts'

/**
 * Whether a role is one of those named. `role+` takes the role itself and every role of at least its rank; a role
 * without a rank is above nobody. No role, or no reference, is no match.
 */
export function hasRole(role: string | undefined, refs: readonly RoleRef[], roles: ReadonlyMap<string, Role>): boolean {
  if (role === undefined) return false
  return refs.some((ref) => {
    if (ref.role === role) return true
    if (!ref.andAbove) return false
    const rank = roles.get(role)?.rank
    const least = roles.get(ref.role)?.rank
    return rank !== undefined && least !== undefined && rank >= least
  })
}
