import type { KnipConfig } from 'knip'

export default {
  entry: [
    'src/ui/style.css',
    'src/*/pages/*.css',
    'bin/lantoa.js',
    'src/main.ts',
    'src/cli.ts',
    'src/platform/readers/reading-child.ts',
    'src/plans/reading/parsing-thread.ts',
    'scripts/*.ts',
    'test/bench/*.ts',
    'test/start/worker-process.ts',
    // Built for the bench of pages, whose imports are not to be followed.
    'test/bench/country/{parts,rendering}.ts',
  ],
  project: ['src/**/*.{ts,tsx,css}', 'scripts/**/*.ts', 'test/**/*.ts'],
  ignore: ['test/fixtures/**'],
  // Taken by the path of a file: type for printing test pages, the recogniser's model.
  ignoreDependencies: ['cspell', '@expo-google-fonts/tinos', '@tesseract.js-data/vie'],
  ignoreBinaries: ['mount', 'openssl', 'systemd-analyze', 'umount', 'unshare'],
  ignoreExportsUsedInFile: true,
  // Fonts and Tailwind are named in style sheets only.
  compilers: {
    css: (sheet: string) =>
      [...sheet.matchAll(/(?:url\(|@import )"([@.a-z][^"]*)"/g)].map(([, name]) => `import '${name}'`).join('\n'),
  },
} satisfies KnipConfig
