/** The parts of the library that open files: a map's folder, logs as they lie on disk. */
export { createFolderSource, createMemorySource } from './io/model-sources.ts'
export { readLogs, type ReadLogsOptions } from './io/read-logs.ts'
export { readMapping } from './io/read-mapping.ts'
