// Sends requests to a new worker one after another, each with a port for the key. Bytes are hexadecimal digits, in
// objects of their own. `key` of an answer says whether a key came that cannot be exported.
const [questions, done] = arguments;
const bytes = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (digits) => parseInt(digits, 16));
const hex = (list) => [...list].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const read = (value) => {
  if (Array.isArray(value)) return value.map(read);
  if (value === null || typeof value !== 'object') return value;
  if ('hex' in value) return bytes(value.hex);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, read(inner)]));
};
(async () => {
  const worker = new Worker(window.ownFile('worker.js'), { type: 'module' });
  const answers = [];
  const heard = new Map();
  const lost = new Promise((_, fail) => { worker.onerror = (event) => fail(new Error(`the worker: ${event.message}`)); });
  worker.onmessage = ({ data }) => heard.get(data.id)(data);
  for (const [id, question] of questions.entries()) {
    const answer = new Promise((hear) => { heard.set(id, hear); });
    const asked = performance.now();
    const { port1, port2 } = new MessageChannel();
    let key;
    port1.onmessage = (event) => {
      key = event.data;
      port1.postMessage(true);
    };
    worker.postMessage({ id, ...read(question) }, [port2]);
    const data = await Promise.race([answer, lost]);
    const reply = data.wrappedJSObject ?? data; // Firefox's driver looks at pages from outside
    const shown = Object.entries(reply).map(([name, value]) => [name, ArrayBuffer.isView(value) ? hex(value) : value]);
    const took = performance.now() - asked;
    answers.push({ ...Object.fromEntries(shown), took, key: key instanceof CryptoKey && !key.extractable });
  }
  worker.terminate();
  return answers;
})().then(done, (error) => done({ failed: String(error) }));
