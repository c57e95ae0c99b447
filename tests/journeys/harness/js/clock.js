// Fake clock: the time of the phone is fixed. Nothing else of a date is changed.
(() => {
  const Usual = Date;
  const now = MOMENT * 1000;
  window.Date = class extends Usual {
    constructor(...given) {
      if (given.length) super(...given); else super(now);
    }
    static now() { return now; }
  };
})();
