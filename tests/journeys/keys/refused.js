// Lists what is not refused although it must be, once the one Trusted Types policy that the page allows exists.
const attempts = {
  'another file': () => window.ownFile('app.js'),
  'a way up': () => window.ownFile('../worker.js'),
  'another host': () => window.ownFile('https://example.org/worker.js'),
};
if (globalThis.trustedTypes) Object.assign(attempts, {
  'an address as text': () => new Worker('worker.js'),
  'another policy': () => trustedTypes.createPolicy('other', {}),
  'the same policy again': () => trustedTypes.createPolicy('own', { createScriptURL: (name) => name }),
  'a policy for what is given no other': () => trustedTypes.createPolicy('default', {}),
});
const letIn = Object.entries(attempts).filter(([, attempt]) => {
  try { attempt(); return true; } catch { return false; }
});
return [Object.keys(attempts).length, letIn.map(([name]) => name)];
