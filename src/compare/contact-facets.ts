import { type Contact, CONTACT_DIMENSIONS } from '../model/contact.ts'
import { plain } from './change.ts'
import type { FacetOf } from './facets.ts'

/** The degree of contact of a flow or a channel, each dimension by itself (S24.f). It judges nobody, so it hurts nobody. */
export function contactFacets(contact: Contact | undefined): FacetOf[] {
  return CONTACT_DIMENSIONS.flatMap((dimension): FacetOf[] => {
    const value = contact?.degrees[dimension]
    return value === undefined ? [] : [{ facet: 'contact', key: dimension, value: plain(value), same: String(value) }]
  })
}
