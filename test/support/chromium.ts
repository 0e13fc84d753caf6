import { InputError } from '../../src/diagnostic/input-error.ts'
import { findBrowser } from '../../src/io/browser.ts'

/** The Chromium of this machine; undefined where there is none, and the tests that need it skip. */
export const chromium: string | undefined = (() => {
  try {
    return findBrowser(undefined, process.env, '/')
  } catch (error) {
    if (error instanceof InputError) return undefined
    throw error
  }
})()
