/** What stands in a live region is removed after a while, so that nobody finds old words there who
 *  reads on from the top. */
const STANDS_MS = 60_000;

const IDS = { polite: 'announcements', assertive: 'emergencies' };

/** Speaks through the live regions of the page, by changing their text (WCAG 2.2, 4.1.3). */
export function openLiveRegions() {
  const timers: { [manner in keyof typeof IDS]?: ReturnType<typeof setTimeout> } = {};

  function put(manner: keyof typeof IDS, text: string): void {
    clearTimeout(timers[manner]);
    const region = document.getElementById(IDS[manner]);
    if (!region || region.textContent === text) return;
    region.textContent = text;
    if (text !== '') timers[manner] = setTimeout(() => put(manner, ''), STANDS_MS);
  }

  return {
    say: (text: string, manner: keyof typeof IDS) => put(manner, text),
    /** Without a word: an emptied region says nothing. */
    fallSilent() {
      put('polite', '');
      put('assertive', '');
    },
  };
}
