// As when the phone is full, or in the private windows of some browsers.
Storage.prototype.setItem = () => { throw new DOMException('Full.', 'QuotaExceededError'); };
