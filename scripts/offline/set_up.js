// Script of the set-up page: shows what this browser can do, does it, and reports the result.
const part = (name) => document.querySelector(`[data-${name}]`);
const show = (name, wanted) => {
  for (const element of document.querySelectorAll(`[data-${name}]`)) {
    element.hidden = !element.getAttribute(`data-${name}`).split(' ').includes(wanted);
  }
};
const offer = (situation) => {
  show('when', situation);
  part('offer').hidden = !['new', 'tab'].includes(situation);
};
const say = (answer) => show('says', answer);
const chosen = () => document.querySelector('[name=tool]:checked').value;
const go = (path) => location.replace(at(path));
const isPlain = (code) => /^(\d)\1*$/.test(code) || '01234567890123|98765432109876|112358'.includes(code);

const keep = async () => {
  const code = part('code').value.trim();
  if (!/^\d{6,12}$/.test(code)) return say('code');
  if (isPlain(code)) return say('plain');
  part('submit').disabled = true;
  say('working');
  try {
    await store({ tool: chosen(), seal: { code } });
    await navigator.serviceWorker.register(ownFile('offline.js'));
    await navigator.serviceWorker.ready;
  } catch ({ name, message }) {
    await removeKept().catch(() => {});
    const known = { QuotaExceededError: 'full', memory: 'full', files: 'files', TypeError: 'network' };
    part('submit').disabled = false;
    return say(known[name] ?? known[message] ?? 'failed');
  }
  part('code').value = '';
  offer('done');
  show('opens', chosen());
  say('done');
  document.querySelector('[data-when=done] [tabindex]').focus();
};
const remove = async () => {
  const answer = await removeAll().then(
    () => 'removed',
    () => 'left',
  );
  if (answer === 'removed') offer(answer);
  say(answer);
  part('said').focus();
};

const acts = {
  remove,
  sure: () => {
    show('sure', 'asked');
    part('do=remove').focus();
  },
  tool: () => go(`${chosen()}/`),
  back: () => go('kept' in html.dataset ? 'open/' : ''),
};
addEventListener('click', (event) => acts[event.target.closest?.('[data-do]')?.dataset.do]?.());
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
situation().then(offer, () => offer('unable'));
