// Sends one request to a new worker (docs/keys.md) and terminates it, so that no part of the reply stays in its
// memory. `port` is for a key, which the page only forwards.
const ask = (request, port) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(ownFile('worker.js'), { type: 'module' });
    const end = (settle, value) => {
      worker.terminate();
      settle(value);
    };
    worker.onmessage = ({ data }) => (data.fault ? end(reject, new Error(data.fault)) : end(resolve, data));
    worker.onerror = () => end(reject, new Error('worker'));
    worker.postMessage({ id: 0, ...request }, port ? [port] : []);
  });
