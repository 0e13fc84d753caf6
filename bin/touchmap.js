#!/usr/bin/env node
// A reader that goes away (`touchmap … | head`) is not a fault.
process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 3))
await import('../dist/cli/main.js')
