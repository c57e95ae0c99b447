// What a service worker has and a page has not. TypeScript's own types for workers contradict those for pages.
declare const registration: ServiceWorkerRegistration;
declare const FetchEvent: { prototype: object };
declare function skipWaiting(): Promise<void>;

interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface WindowEventMap {
  fetch: ExtendableEvent & {
    readonly request: Request;
    readonly clientId: string;
    readonly resultingClientId: string;
    respondWith(response: Promise<Response>): void;
  };
  install: ExtendableEvent;
}
interface MessageEvent {
  waitUntil(work: Promise<unknown>): void;
}
