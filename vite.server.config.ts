import { defineConfig } from 'vite'

/** The server as one small tree of modules: packages stay where npm put them, pages are compiled, sources can be traced. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  publicDir: false,
  build: {
    ssr: true,
    target: 'node24',
    outDir: 'dist/server',
    emptyOutDir: true,
    sourcemap: true,
    minify: false,
    rollupOptions: {
      input: {
        cli: 'src/cli.ts',
        'reading-child': 'src/platform/readers/reading-child.ts',
        'parsing-thread': 'src/plans/reading/parsing-thread.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
    },
  },
})
