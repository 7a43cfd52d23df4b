import { expect, it } from 'vitest'
import { assetsFrom } from './assets.ts'

it('entries are found by their name, whatever their hash looks like', () => {
  const assets = assetsFrom({
    'src/ui/style.css': { file: 'assets/style-DLzzI00Q.css', isEntry: true },
    'src/plans/pages/reading.css': { file: 'assets/reading-7r-_96q8.css', isEntry: true },
    'src/plans/islands/file-drop.ts': { file: 'assets/file-drop-B-dPYjR9.js', isEntry: true },
    'part.ts': { file: 'assets/part-AAAAAAAA.js' },
    'a.woff2': { file: 'assets/be-vietnam-pro-vietnamese-400-normal-CRcqvyg1.woff2' },
    'b.woff2': { file: 'assets/be-vietnam-pro-latin-600-normal-BZDkUTrt.woff2' },
  })
  expect([assets.style('style'), assets.style('reading'), assets.script('file-drop'), assets.script('part')]).toEqual([
    '/assets/style-DLzzI00Q.css',
    '/assets/reading-7r-_96q8.css',
    '/assets/file-drop-B-dPYjR9.js',
    undefined,
  ])
  expect(assets.fonts).toEqual(['/assets/be-vietnam-pro-vietnamese-400-normal-CRcqvyg1.woff2'])
})

it('without a build there are pages without style', () => {
  expect(assetsFrom({}).style('style')).toBeUndefined()
})
