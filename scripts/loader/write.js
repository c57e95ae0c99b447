// Part of the app's glue. Fetches the screens on which a person writes when they are opened, never before, and mounts them.
const ownFile = (name) => new URL(name, import.meta.url);
const loadScreens = async () => {
  const bytes = fetch(ownFile('form_bg.wasm'));
  bytes.catch(() => {}); // avoids an unhandled rejection: the error is thrown again below
  const [form, words] = await Promise.all([
    import(/** @type {any} */ (ownFile('form.js'))),
    fetch(ownFile('form.json')).then((reply) => (reply.ok ? reply.json() : Promise.reject(reply.status))),
  ]);
  await form.default({ module_or_path: bytes });
  form.start(document.querySelector('[data-screens]'), words.join('\n'), form.vault);
};
addEventListener('click', async ({ target }) => {
  const button = target.closest?.('[data-write]');
  if (!button) return;
  const [intro, loading, failed] = ['intro', 'loading', 'failed'].map((name) =>
    document.querySelector(`[data-${name}]`),
  );
  button.disabled = true;
  loading.hidden = false;
  failed.hidden = true;
  try {
    await loadScreens();
    intro.hidden = true;
    document.querySelector('[data-screen]').focus();
  } catch {
    failed.hidden = false;
  }
  button.disabled = false;
  loading.hidden = true;
});
