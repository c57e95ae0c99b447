// Reports how long after a press on the exit the first frame was painted that shows nothing of the
// site: a message that is sent while a frame is made arrives once it is painted.
addEventListener('pointerdown', ({ target, timeStamp }) => {
  if (!target.closest?.('[data-exit]')) return;
  const look = () => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      const painted = performance.now();
      if (siteIsSeen()) look(); else tellServer('hidden', painted - timeStamp);
    };
    port2.postMessage(0);
  });
  look();
}, true);
new PerformanceObserver((list) => {
  for (const { name, duration } of list.getEntries()) if (name === 'pointerdown') tellServer('screen', duration);
}).observe({ type: 'event', durationThreshold: 16 });
