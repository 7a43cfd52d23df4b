const domains =
  'plans|search|webhooks|exemplars|councils|honours|practices|stories|events|duties|reports|questions|organisation|access|history|portal|documents'
const io = '^(node:|fs$|path$|os$|child_process$|net$|http$|https$|worker_threads$|crypto$)'
const roles = '(schema|workflow|rules|permissions|texts)(/|\\.tsx?$)'

/** Laws 1 of docs/architecture.md, one rule a sentence; test/code/import-law.test.ts shows each of them a file it must reject. */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'pure-roles-do-no-io',
      severity: 'error',
      from: { path: `^src/(${domains})/${roles}`, pathNot: '\\.test\\.tsx?$' },
      to: { path: [io, '^src/platform/', '^src/context\\.ts$', '^src/[^/]+/(queries|actions|jobs|web|api|pages)'] },
    },
    {
      name: 'core-is-pure',
      severity: 'error',
      from: { path: '^src/core/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^src/core/', 'node_modules/zod/'] },
    },
    {
      name: 'parser-stands-alone',
      severity: 'error',
      from: { path: '^src/parser/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^src/parser/', '^src/core/(text|dates)/'] },
    },
    {
      name: 'foundations-know-no-domain',
      severity: 'error',
      from: { path: '^src/(platform|core|ui)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: `^src/(${domains}|parser)/` },
    },
    {
      name: 'no-foreign-edges',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: {
        path: ['^src/[^/]+/(web|api|jobs|pages)(/|\\.tsx?$)', '^src/[^/]+/[^/]+/(web|api|jobs|pages)(/|\\.tsx?$)'],
        pathNot: ['^src/$1/', '^src/platform/'],
      },
    },
    {
      name: 'product-imports-no-tests',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^test/|\\.test\\.tsx?$' },
    },
    {
      name: 'product-needs-no-development-packages',
      severity: 'error',
      from: { path: '^src/', pathNot: ['\\.test\\.tsx?$', '^src/ui/'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'everything-resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
    exclude: { path: '^(dist|docs)/' },
  },
}
