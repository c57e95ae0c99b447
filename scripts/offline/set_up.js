// Script of the set-up page: shows what this browser can do, does it, and reports the result.
const find = (name) => document.querySelector(`[data-${name}]`);
const show = (name, value) => {
  for (const element of document.querySelectorAll(`[data-${name}]`)) {
    element.hidden = !element.getAttribute(`data-${name}`).split(' ').includes(value);
  }
};
const showSituation = (situation) => {
  show('when', situation);
  find('offer').hidden = !['new', 'tab'].includes(situation);
};
const showStatus = (answer) => show('says', answer);
const chosen = () => document.querySelector('[name=tool]:checked').value;
const navigate = (path) => location.replace(at(path));
const isPlain = (code) => /^(\d)\1*$/.test(code) || '01234567890123|98765432109876|112358'.includes(code);

// Not `ready`, which never settles if the service worker cannot be installed.
const activated = ({ installing, waiting, active }) =>
  new Promise((resolve, reject) => {
    const worker = installing ?? waiting ?? active;
    const look = () => {
      if (worker.state === 'activated') resolve(undefined);
      if (worker.state === 'redundant') reject(new Error('worker'));
    };
    worker.onstatechange = look;
    look();
  });
const keep = async () => {
  const code = find('code').value.trim();
  if (!/^\d{6,12}$/.test(code)) return showStatus('code');
  if (isPlain(code)) return showStatus('plain');
  find('submit').disabled = true;
  showStatus('working');
  try {
    await store({ tool: chosen(), seal: (files) => ask({ ask: 'seal', code, files }) });
    await activated(await navigator.serviceWorker.register(ownFile('offline.js')));
  } catch ({ name, message }) {
    await takeTurn(removeKept).catch(() => {});
    const known = { QuotaExceededError: 'full', memory: 'full', files: 'files', TypeError: 'network' };
    find('submit').disabled = false;
    return showStatus(known[name] ?? known[message] ?? 'failed');
  }
  find('code').value = '';
  showSituation('done');
  show('opens', chosen());
  showStatus('done');
  document.querySelector('[data-when=done] [tabindex]').focus();
};
const remove = async () => {
  const answer = await removeAll().then(
    () => 'removed',
    () => 'left',
  );
  if (answer === 'removed') showSituation(answer);
  showStatus(answer);
  find('said').focus();
};

const actions = {
  remove,
  sure: () => {
    show('sure', 'asked');
    find('do=remove').focus();
  },
  tool: () => navigate(`${chosen()}/`),
  back: () => navigate('kept' in html.dataset ? 'open/' : ''),
};
addEventListener('click', (event) => actions[event.target.closest?.('[data-do]')?.dataset.do]?.());
addEventListener('submit', (event) => {
  event.preventDefault();
  keep();
});

const situation = async () => {
  if (!navigator.serviceWorker || !globalThis.caches || !crypto.subtle || !globalThis.WebAssembly) return 'unable';
  if (await keptState(root)) return 'kept';
  // On an iPhone a tab and the home screen share no storage: a copy stored by a tab would not be there.
  return navigator.standalone === false ? 'tab' : 'new';
};
situation().then(showSituation, () => showSituation('unable'));
