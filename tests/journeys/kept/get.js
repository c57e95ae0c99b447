// Asks the service worker for the key of the copy, and for files of it; says for each whether it was got.
const [done] = arguments;
const key = async () => {
  const { active } = await navigator.serviceWorker.ready;
  const { port1, port2 } = new MessageChannel();
  const reply = new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data instanceof CryptoKey);
    setTimeout(() => resolve(false), 3000);
  });
  active.postMessage({ ask: 'key' }, [port2]);
  return reply;
};
const has = async (path) => {
  try {
    return (await (await fetch(`/open/${path}`)).text()).length > 10000;
  } catch {
    return false;
  }
};
(async () => ({ key: await key(), 'index.html': await has('index.html'), 'more.html': await has('more.html') }))().then(
  done,
  (error) => done(String(error)),
);
