// Breaks a copy of the scripts, the built worker and the vectors, one breakage of scripts/*/mutants.json at a time,
// and runs the tests that should notice. Prints those that no test, or another test than the named one, noticed. After a
// build: node scripts/testing/mutants.mjs
import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../..', import.meta.url));
const lists = ['exit', 'offline'].map((folder) => readFile(join(project, `scripts/${folder}/mutants.json`), 'utf8'));
const breakages = (await Promise.all(lists)).flatMap((list) => JSON.parse(list));
const copy = await mkdtemp(join(tmpdir(), 'mutants-'));

/** A test of a broken script may never end. */
const LIMIT_MS = 60_000;

/** The names of the tests of a file that fail. */
const failing = (test) =>
  new Promise((resolve) => {
    const run = spawn('node', ['--test', '--test-reporter=tap', test], { cwd: copy });
    let output = '';
    setTimeout(() => run.kill('SIGKILL'), LIMIT_MS).unref();
    run.stdout.on('data', (text) => (output += text));
    run.on('close', () => resolve([...output.matchAll(/^ *not ok \d+ - (.*)$/gm)].map(([, name]) => name)));
  });

const survivors = [];
try {
  for (const folder of ['scripts', 'dist', 'kit', 'tests/fixtures']) {
    await cp(join(project, folder), join(copy, folder), { recursive: true });
  }
  for (const { file, from, to, test, fails } of breakages) {
    const path = join(copy, file);
    const whole = await readFile(path, 'utf8');
    const what = `${file}: ${JSON.stringify(from)} -> ${JSON.stringify(to)}`;
    if (!whole.includes(from)) {
      survivors.push(`${what}: no longer in the file`);
      continue;
    }
    await writeFile(
      path,
      whole.replace(from, () => to),
    );
    const names = await failing(test);
    await writeFile(path, whole);
    if (!names.some((name) => name.includes(fails))) survivors.push(`${what}: “${fails}” did not fail`);
  }
} finally {
  await rm(copy, { recursive: true });
}
console.log(`${breakages.length - survivors.length} of ${breakages.length} breakages of scripts were noticed`);
for (const survivor of survivors) console.log(`  ${survivor}`);
process.exitCode = survivors.length ? 1 : 0;
