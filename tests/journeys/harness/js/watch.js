// Reports to the server what is on the screen: ten times a second, and at the moment of each press.
(() => {
  const screen = () => {
    SCREEN
  };
  setInterval(() => fetch(`/seen/${screen()}`), 100);
  // The exit listens in the capture phase, this in the bubble phase.
  addEventListener('pointerdown', () => fetch(`/seen/${screen()}-when-pressed`));
})();
