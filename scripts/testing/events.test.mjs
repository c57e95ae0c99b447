// `window` may be another's: every event of ours has a prefix.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

test('every event that a script dispatches starts with x-page:', () => {
  const folder = new URL('../', import.meta.url);
  const dispatched = [];
  for (const name of readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    for (const file of readdirSync(new URL(`${name.name}/`, folder)).filter((file) => file.endsWith('.js'))) {
      const text = readFileSync(new URL(`${name.name}/${file}`, folder), 'utf8');
      dispatched.push(...[...text.matchAll(/new (?:Custom)?Event\(['"`]([^'"`]*)/g)].map(([, type]) => type));
    }
  }
  assert.ok(dispatched.length >= 7, `${dispatched}`);
  assert.deepEqual(
    dispatched.filter((type) => !type.startsWith('x-page:')),
    [],
  );
});
