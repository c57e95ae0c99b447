// The module that wasm-bindgen writes beside worker.js. docs/keys.md has its requests and replies.
export default function load(): Promise<unknown>;
export function answer(request: object): {
  fault?: string;
  code?: string;
  key?: Uint8Array<ArrayBuffer>;
  lock?: Uint8Array;
  pack?: Uint8Array<ArrayBuffer>;
};
export function suggest_passphrase(): { fault?: string; passphrase?: string };
export function check_passphrase(typed: string): { fault?: string };
type Answer = { fault?: string; snapshot?: Uint8Array<ArrayBuffer>; percent?: number; damage?: string };
export class Volumes {
  constructor(place: object);
  create(typed: string, snapshot: Uint8Array): Promise<Answer>;
  open(typed: string): Promise<Answer>;
  save(snapshot: Uint8Array, erase: boolean): Promise<Answer>;
  forget(): Promise<Answer>;
}
