// What the scripts use of the page, of each other, and of browsers where TypeScript does not know it yet.

/** An element that the page renders. Selectors of ours find one: where they may not, the script says so. */
interface PageElement extends HTMLElement {
  checked: boolean;
  content: string;
  defaultChecked: boolean;
  defaultValue: string;
  disabled: boolean;
  href: string;
  open: boolean;
  value: string;
}

interface Document {
  readonly prerendering?: boolean;
  readonly activeElement: PageElement;
  querySelector(selectors: string): PageElement;
  querySelectorAll(selectors: string): NodeListOf<PageElement>;
}

/** The target of an event is an element, or the document or window, which have no `closest`. */
interface EventTarget {
  closest?(selectors: string): PageElement;
}

interface Element {
  inert: boolean;
}

/** Of the one entry for `navigation`. */
interface PerformanceEntry {
  readonly type: NavigationTimingType;
}

/** Events of ours: docs/GLOSSARY.md. */
interface WindowEventMap {
  'x-page:leave': Event;
  'x-page:left': Event;
  'x-page:return': Event;
  'x-page:stopped': Event;
  'x-page:submit': CustomEvent<string>;
}

/** Navigation API; in some browsers only. */
declare const navigation: EventTarget & { activation?: { from?: unknown } };
interface Window {
  navigation?: typeof navigation;
}

/** Trusted Types; in some browsers only. */
declare var trustedTypes: {
  createPolicy(
    name: string,
    rules: { createScriptURL(name: string): string },
  ): { createScriptURL(name: string): string };
};

/** Safari's: whether the page runs from the home screen. */
interface Navigator {
  standalone?: boolean;
}

/** The names in a folder; TypeScript has them in a library of its own. */
interface FileSystemDirectoryHandle {
  keys(): AsyncIterable<string>;
}
