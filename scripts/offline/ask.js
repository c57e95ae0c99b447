// Sends one request to a new worker (docs/keys.md) and terminates it, so that no part of the reply stays in its
// memory.
const ask = (request) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(ownFile('worker.js'), { type: 'module' });
    const end = (settle, value) => {
      worker.terminate();
      settle(value);
    };
    worker.onmessage = ({ data }) => (data.fault ? end(reject, new Error(data.fault)) : end(resolve, data));
    worker.onerror = () => end(reject, new Error('worker'));
    worker.postMessage({ id: 0, ...request });
  });
