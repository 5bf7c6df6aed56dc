/** Zones by the names that feeds give them, in hours from UTC. Where two share a name (`IST`, `BST`,
 *  `CST`), it is the one that most feeds mean. */
const HOURS: Record<string, number> = {
  ...{ ut: 0, utc: 0, gmt: 0, z: 0, wet: 0, west: 1, bst: 1, cet: 1, met: 1, cest: 2, mest: 2 },
  ...{ eet: 2, eest: 3, sast: 2, cat: 2, eat: 3, wat: 1, msk: 3, msd: 4, trt: 3 },
  ...{ irst: 3.5, gst: 4, aft: 4.5, pkt: 5, ist: 5.5, npt: 5.75, bdt: 6, mmt: 6.5 },
  ...{ ict: 7, wib: 7, hkt: 8, sgt: 8, pht: 8, awst: 8, jst: 9, kst: 9 },
  ...{ acst: 9.5, acdt: 10.5, aest: 10, aedt: 11, nzst: 12, nzdt: 13 },
  ...{ nst: -3.5, ndt: -2.5, ast: -4, adt: -3, est: -5, edt: -4, et: -5, cst: -6, cdt: -5, ct: -6 },
  ...{ mst: -7, mdt: -6, pst: -8, pdt: -7, pt: -8, akst: -9, akdt: -8, hst: -10 },
  ...{ art: -3, brt: -3, brst: -2, clt: -4, cot: -5, pet: -5, vet: -4 },
};

/** The minutes that a zone is ahead of UTC: `+0200`, `-05:00`, `GMT+1`, `EST`, `PDT`. A zone that
 *  nobody knows is UTC. */
export function zoneOffset(zone: string): number {
  const [, sign, hours = '0', minutes = '0'] =
    /([+-])\s*(\d{1,2}):?(\d{2})?(?!\d)/.exec(zone) ?? [];
  if (sign) {
    const ahead = Number(hours) * 60 + Number(minutes);
    return ahead > 15 * 60 ? 0 : ahead * (sign === '-' ? -1 : 1);
  }
  const name = zone
    .toLowerCase()
    .match(/[a-z]+/g)
    ?.find((word) => Object.hasOwn(HOURS, word));
  return name === undefined ? 0 : (HOURS[name] ?? 0) * 60;
}
