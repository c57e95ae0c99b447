// Records every task over 50 ms, with the step of the visit in which it began. A task that only renders is in no
// list of long tasks unless a script runs in its frame: so one does, in every frame.
window.longTasks = [];
window.steps = [[0, 'load']];
window.step = (name) => window.steps.push([performance.now(), name]);
new PerformanceObserver((list) => {
  for (const { startTime, duration } of list.getEntries()) {
    const [, name] = window.steps.findLast(([start]) => start <= startTime + 1);
    window.longTasks.push([Math.round(duration), name]);
  }
}).observe({ type: 'longtask', buffered: true });
const draw = () => requestAnimationFrame(draw);
requestAnimationFrame(draw);
