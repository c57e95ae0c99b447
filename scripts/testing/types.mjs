// Checks the types of the scripts. Those of one page share a scope, so each bundle is a program of its own.
import { fileURLToPath } from 'node:url';
import ts from '../../tests/node_modules/typescript/lib/typescript.js';

const folder = fileURLToPath(new URL('..', import.meta.url));
const offline = (...names) => names.map((name) => `offline/${name}.js`);

/** The files of crates/site/src/ui/keep/mod.rs, and the scripts inline in a page. */
const BUNDLES = {
  page: [
    ...['exit', 'keys', 'traces', 'place'].map((name) => `exit/${name}.js`),
    ...['cover/way_back.js', 'cover/cover.js', 'loader/early.js', 'loader/boot.js', 'offline/kept.js'],
  ],
  kit: ['kit/kit.js'],
  write: ['loader/write.js'],
  screens: ['offline/own_files.js', 'vault/client.js'],
  decoys: ['decoys/start.js'],
  worker: ['vault/stores.js', ...offline('seal_pack', 'worker')],
  setUp: offline('own_files', 'ask', 'kept_state', 'release', 'remove', 'set_up'),
  entry: offline('own_files', 'ask', 'kept_state', 'entry'),
  offline: ['service_worker.d.ts', ...offline('kept_state', 'open_pack', 'offline')],
  renew: offline('own_files', 'ask', 'kept_state', 'release', 'renew'),
};

const config = ts.readConfigFile(`${folder}tsconfig.json`, ts.sys.readFile).config;
const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, folder);
// The types of browsers are read once.
const host = ts.createCompilerHost(options);
const sources = new Map();
const readSource = host.getSourceFile;
host.getSourceFile = (name, ...rest) => {
  if (!name.includes('/typescript/lib/')) return readSource(name, ...rest);
  if (!sources.has(name)) sources.set(name, readSource(name, ...rest));
  return sources.get(name);
};

let found = [];
const checked = new Set();
for (const files of Object.values(BUNDLES)) {
  for (const file of files) checked.add(file);
  const program = ts.createProgram(
    ['globals.d.ts', ...files].map((file) => folder + file),
    options,
    host,
  );
  found.push(...ts.getPreEmitDiagnostics(program));
}
const missing = ts.sys
  .readDirectory(folder, ['.js'], ['testing'])
  .map((path) => path.slice(folder.length))
  .filter((file) => !checked.has(file));
const format = {
  getCanonicalFileName: (name) => name,
  getCurrentDirectory: () => process.cwd(),
  getNewLine: () => '\n',
};
process.stdout.write(ts.formatDiagnostics(ts.sortAndDeduplicateDiagnostics(found), format));
for (const file of missing) console.log(`scripts/${file} is in no bundle of scripts/testing/types.mjs`);
process.exitCode = found.length + missing.length > 0 ? 1 : 0;
