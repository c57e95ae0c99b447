// Part of the screens' glue. The worker that holds the key of what is kept, for as long as it is open (docs/keys.md).
/** @type {Worker | undefined} */
let worker;
let asked = 0;
const waiting = new Map();
/** Ends the worker, and with it its memory: the key and what was opened. Requests without a reply are rejected with the fault. */
const lock = (fault = 'locked') => {
  worker?.terminate();
  worker = undefined;
  for (const { reject } of waiting.values()) reject(fault);
  waiting.clear();
};
/** Sends a request and resolves to its reply, or rejects with the name of its fault. */
const ask = (request) =>
  new Promise((resolve, reject) => {
    if (!worker) {
      worker = new Worker(ownFile('worker.js'), { type: 'module' });
      worker.onerror = () => lock('worker');
      worker.onmessage = ({ data: { id, fault, ...reply } }) => {
        const { resolve: settle, reject: refuse } = waiting.get(id);
        waiting.delete(id);
        if (fault) refuse(fault);
        else settle(reply);
      };
    }
    waiting.set(asked, { resolve, reject });
    worker.postMessage({ id: asked, ...request });
    asked += 1;
  });
/** Why nothing can be kept here, or `''`. A worker has the policy of its own response. */
const obstacle = async () => {
  if (!navigator.locks || !globalThis.indexedDB) return 'unable';
  if (window.top !== window) return 'framed';
  // Safari on an iPhone deletes what a tab stores after seven days.
  if (navigator.standalone === false) return 'tab';
  const head = await fetch(ownFile('worker.js'), { method: 'HEAD', cache: 'no-store' }).catch(() => {});
  if (!head) return 'offline';
  const { headers } = head;
  const policy = headers.get('content-security-policy')?.includes("default-src 'none'");
  return policy && headers.get('cache-control')?.includes('no-store') ? '' : 'host';
};
export const vault = { ask, lock, obstacle: () => obstacle().catch(() => 'unable') };
