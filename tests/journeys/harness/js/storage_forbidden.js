// As when a person blocks every cookie.
for (const name of ['localStorage', 'sessionStorage']) {
  Object.defineProperty(window, name, { get() { throw new DOMException('Forbidden.', 'SecurityError'); } });
}
