import { globSync } from 'node:fs'
import { basename } from 'node:path'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'

const root = import.meta.dirname

/** Entries by file name: the style of every page, the sheets of single pages, and each island. */
const entries = [
  'src/ui/style.css',
  ...globSync('src/*/pages/*.css', { cwd: root }),
  ...globSync('src/*/islands/*.ts', { cwd: root, exclude: (name) => name.endsWith('.test.ts') }),
].map((file) => [basename(file).replace(/\.\w+$/, ''), `${root}/${file}`])

export default defineConfig({
  root,
  publicDir: 'src/ui/static',
  plugins: [tailwindcss()],
  build: {
    outDir: 'dist/client',
    emptyOutDir: true,
    manifest: true,
    modulePreload: false,
    assetsInlineLimit: 0,
    rollupOptions: { input: Object.fromEntries(entries) },
  },
})
