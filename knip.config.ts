import type { KnipConfig } from 'knip'

export default {
  entry: [
    'bin/lantoa.js',
    'src/main.ts',
    'src/cli.ts',
    'src/platform/readers/reading-child.ts',
    'scripts/*.ts',
    'test/bench/*.ts',
  ],
  project: ['src/**/*.{ts,tsx}', 'scripts/**/*.ts', 'test/**/*.ts'],
  ignore: ['test/fixtures/**'],
  ignoreExportsUsedInFile: true,
} satisfies KnipConfig
