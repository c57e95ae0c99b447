// What is on the screen, in a word.
if (location.protocol === 'chrome-error:') return 'error page';
if (siteIsSeen()) return 'words';
return document.querySelector('.cover, .govuk-exit-this-page-overlay')?.checkVisibility() ? 'cover' : 'another page';
