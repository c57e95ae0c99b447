// The worker that derives keys and seals. It replies to requests one at a time, each with the `id` of the
// request; requests queue while it still loads. See docs/keys.md.
import load, { answer } from './work.js';

const loaded = load();
onmessage = ({ data }) => {
  const { id } = data;
  loaded
    .then(() => answer(data))
    .then(
      (reply) => postMessage({ id, ...reply }),
      () => postMessage({ id, fault: 'worker' }),
    );
};
