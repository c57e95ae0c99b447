// Tells the server what is on the screen: ten times a second, and at the moment of each press.
(() => {
  const screen = () => {
    SCREEN
  };
  setInterval(() => fetch(`/seen/${screen()}`), 100);
  // The exit listens on the way down to what was pressed, this on the way up again.
  addEventListener('pointerdown', () => fetch(`/seen/${screen()}-when-pressed`));
})();
