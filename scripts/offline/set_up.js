// Script of the set-up page: shows what this browser can do, does it, and reports the result. The host's page is the
// same whether or not there is a copy; the copy's own only removes.
const find = (name) => document.querySelector(`[data-${name}]`);
const show = (name, value) => {
  for (const element of document.querySelectorAll(`[data-${name}]`)) {
    element.hidden = !element.getAttribute(`data-${name}`).split(' ').includes(value);
  }
};
const showSituation = (situation) => {
  show('when', situation);
  if (situation === 'new') suggest();
  find('offer').hidden = !['new', 'tab'].includes(situation);
};
const showStatus = (answer) => show('says', answer);
const answers = [...document.querySelectorAll('[data-says]')].map(({ dataset }) => dataset.says);
const chosen = () => document.querySelector('[name=tool]:checked').value;
const navigate = (path) => location.replace(at(path));
const forgetCode = () => {
  find('suggested').value = '';
  find('ready').hidden = true;
};
for (const type of ['x-page:left', 'pagehide']) addEventListener(type, forgetCode);
const suggest = async () => {
  const { code } = await ask({ ask: 'suggest' });
  find('ready').hidden = false;
  find('suggested').value = `${code.slice(0, 4)}\u00a0${code.slice(4)}`;
};

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
  const code = find('code').value.replace(/\s/g, '');
  find('submit').disabled = true;
  showStatus('working');
  const registered = await navigator.serviceWorker.getRegistration(root);
  try {
    const release = await fetchRelease();
    await ask({ ask: 'check', code });
    await fetchFile(release.worker);
    // First: without a state it passes everything through, and what is kept takes the place of an earlier copy.
    const registration = navigator.serviceWorker.register(ownFile('offline.js'));
    await activated(await registration.catch(() => Promise.reject(new Error('failed'))));
    await store({ release, tool: chosen(), seal: (files) => ask({ ask: 'seal', code, files }) });
  } catch ({ name, message }) {
    // Of this attempt nothing stays, and of an earlier copy all.
    if (!registered && !(await keptState(root))) await takeTurn(removeKept).catch(() => {});
    const known = { QuotaExceededError: 'full', memory: 'full', TypeError: 'network' };
    const answer = known[name] ?? known[message] ?? message;
    find('submit').disabled = false;
    showStatus(answers.includes(answer) ? answer : 'failed');
    const isCode = ['code', 'date', 'repeat', 'row', 'shape', 'known'].includes(answer);
    find('code').ariaInvalid = String(isCode);
    return find(isCode ? 'code' : 'said').focus();
  }
  find('code').value = '';
  forgetCode();
  showSituation('done');
  show('opens', chosen());
  showStatus('done');
  document.querySelector('[data-when=done] [tabindex]').focus();
};
const remove = (act, done) => async () => {
  const answer = await act().then(
    () => done,
    () => 'left',
  );
  if (answer === done) showSituation('removed');
  showStatus(answer);
  find('said').focus();
};
const askFirst = (act) => () => {
  show('sure', act);
  find(`do=remove-${act}`).focus();
};

const actions = {
  another: suggest,
  copy: askFirst('copy'),
  all: askFirst('all'),
  'remove-copy': remove(removeCopy, 'gone'),
  'remove-all': remove(removeAll, 'removed'),
  tool: () => navigate(`${chosen()}/`),
  // In the copy see kept.js.
  back: () => 'kept' in html.dataset || navigate(''),
};
addEventListener('click', (event) => actions[event.target.closest?.('[data-do]')?.dataset.do]?.());
addEventListener('submit', (event) => {
  event.preventDefault();
  keep();
});

const situation = async () => {
  if (!navigator.serviceWorker || !navigator.locks || !globalThis.caches || !crypto.subtle || !globalThis.WebAssembly)
    return 'unable';
  if ('kept' in html.dataset) return 'kept';
  if (window.top !== window) return 'framed';
  if (root.pathname !== '/') return 'shared';
  // The headers of this page; those of each file are looked at when it is fetched.
  const signal = AbortSignal.timeout?.(5000);
  const head = await fetch(document.baseURI, { method: 'HEAD', cache: 'no-store', signal }).catch(() => undefined);
  if (head && !hasPolicy(head)) return 'host';
  // On an iPhone a tab and the home screen share no storage: a copy stored by a tab would not be there.
  return navigator.standalone === false ? 'tab' : 'new';
};
situation().then(showSituation, () => showSituation('unable'));
