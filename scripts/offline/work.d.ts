// The module that wasm-bindgen writes beside worker.js. docs/keys.md has its requests and replies.
export default function load(): Promise<unknown>;
export function answer(request: object): {
  fault?: string;
  code?: string;
  key?: Uint8Array<ArrayBuffer>;
  lock?: Uint8Array;
  pack?: Uint8Array<ArrayBuffer>;
};
