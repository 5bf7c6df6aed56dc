/** What stands in a live region is removed after a while, so that nobody finds old words there who
 *  reads on from the top. */
const STANDS_MS = 60_000;

const IDS = { polite: 'announcements', assertive: 'emergencies' };

/** Speaks through the live regions of the page, by changing their text (WCAG 2.2, 4.1.3). */
export function openLiveRegions() {
  const timers: { [manner in keyof typeof IDS]?: ReturnType<typeof setTimeout> } = {};

  function put(manner: keyof typeof IDS, text: string): void {
    const region = document.getElementById(IDS[manner]);
    if (!region || region.textContent === text) return;
    clearTimeout(timers[manner]);
    region.textContent = text;
    if (text !== '') timers[manner] = setTimeout(() => put(manner, ''), STANDS_MS);
  }

  return {
    say: (text: string, manner: keyof typeof IDS) => put(manner, text),
    /** Takes away what says this, without a word: an emptied region says nothing. What says something
     *  else stays, since a screen reader may not have come to it yet. */
    fallSilent(text: string) {
      for (const manner of ['polite', 'assertive'] as const) {
        if (document.getElementById(IDS[manner])?.textContent.includes(text)) put(manner, '');
      }
    },
  };
}
