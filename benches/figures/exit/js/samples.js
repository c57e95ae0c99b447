// Reports, from a press on the exit on, what is still visible and the title; and the same of a page in the
// background.
addEventListener('pointerdown', ({ target, timeStamp }) => {
  if (!target.closest?.('[data-exit]')) return;
  setInterval(() => tellServer('leaving', performance.now() - timeStamp, siteIsSeen(), document.title), 40);
}, true);
document.addEventListener('visibilitychange', () => {
  if (document.hidden) setTimeout(() => tellServer('unwatched', siteIsSeen(), document.title), 100);
});
