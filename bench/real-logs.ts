/** The real logs that are timed, with their models: file names without endings, as they lie in `conformance/` of the data. */
export const REAL_LOGS = [
  'reviewing',
  'bpic15_1f',
  'a32f0n20',
  'bpic2013_incidents',
  'bpic2020_international',
  'rtfmp_full',
  'bpic2012',
] as const
