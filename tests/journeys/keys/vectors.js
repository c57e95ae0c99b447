// Calls functions of the worker's WASM, in a worker, with bytes as hexadecimal digits. No result becomes null.
const [calls, done] = arguments;
const inside = `
  import load, * as work from '${location.origin}/work.js';
  const bytes = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (digits) => parseInt(digits, 16));
  onmessage = async ({ data }) => {
    await load();
    postMessage(data.map(([name, ...given]) => {
      const result = work[name](...given.map((value) => (typeof value === 'string' ? bytes(value) : Uint32Array.from(value))));
      return result ? [...result].map((byte) => byte.toString(16).padStart(2, '0')).join('') : null;
    }));
  };`;
const worker = new Worker(URL.createObjectURL(new Blob([inside], { type: 'text/javascript' })), { type: 'module' });
worker.onmessage = ({ data }) => done(data);
worker.onerror = (event) => done({ failed: event.message });
worker.postMessage(calls);
