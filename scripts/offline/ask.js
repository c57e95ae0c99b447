// Sends one request to a new worker (docs/keys.md) and terminates it, so that no part of the reply stays in its
// memory.
const ask = (question) =>
  new Promise((answered, failed) => {
    const worker = new Worker(ownFile('worker.js'), { type: 'module' });
    const end = (settle, value) => {
      worker.terminate();
      settle(value);
    };
    worker.onmessage = ({ data }) => (data.fault ? end(failed, new Error(data.fault)) : end(answered, data));
    worker.onerror = () => end(failed, new Error('worker'));
    worker.postMessage({ id: 0, ...question });
  });
