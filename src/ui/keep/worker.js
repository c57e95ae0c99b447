// The worker that makes keys and seals. It answers one question after another, each with the question's own
// `id`; what is asked while it still loads waits. See docs/keys.md.
import load, { answer } from './work.js';

const loaded = load();
onmessage = ({ data }) => {
  const { id } = data;
  loaded.then(() => answer(data)).then((reply) => postMessage({ id, ...reply }), () => postMessage({ id, fault: 'worker' }));
};
