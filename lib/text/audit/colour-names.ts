export const HUES = [
  'red',
  'orange',
  'yellow',
  'green',
  'blue',
  'purple',
  'pink',
  'brown',
] as const;
export type Hue = (typeof HUES)[number];

/** Names of CSS that don't say their hue in words. */
const NAMED: Record<string, Hue> = {
  crimson: 'red',
  maroon: 'red',
  firebrick: 'red',
  tomato: 'red',
  gold: 'yellow',
  lime: 'green',
  olive: 'green',
  navy: 'blue',
  teal: 'blue',
  cyan: 'blue',
  aqua: 'blue',
  magenta: 'pink',
  fuchsia: 'pink',
  violet: 'purple',
  indigo: 'purple',
};

/** What people call a colour of CSS; null for black, white, grey, and what is no colour. */
export function hueOf(colour: string): Hue | null {
  const value = colour.trim().toLowerCase();
  const channels = channelsOf(value);
  if (channels) return hueOfChannels(channels);
  if (!/^[a-z]+$/.test(value)) return null;
  return NAMED[value] ?? HUES.find((hue) => value.endsWith(hue)) ?? null;
}

type Channels = [number, number, number];

function channelsOf(value: string): Channels | null {
  const hex = /^#?([\da-f]{3}|[\da-f]{6})(?:[\da-f]{1,2})?$/.exec(value)?.[1];
  if (hex && (value.startsWith('#') || /\d/.test(hex))) {
    const full = hex.length === 3 ? hex.replace(/./g, '$&$&') : hex;
    const channel = (at: number) => Number.parseInt(full.slice(at, at + 2), 16);
    return [channel(0), channel(2), channel(4)];
  }
  const [, red, green, blue] = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)/.exec(value) ?? [];
  return red && green && blue ? [Number(red), Number(green), Number(blue)] : null;
}

function hueOfChannels([red, green, blue]: Channels): Hue | null {
  const most = Math.max(red, green, blue);
  const spread = most - Math.min(red, green, blue);
  // So dull or so dark that it is taken for black, grey or white.
  if (spread < 60) return null;
  const sextant =
    most === red
      ? ((green - blue) / spread + 6) % 6
      : most === green
        ? (blue - red) / spread + 2
        : (red - green) / spread + 4;
  const degrees = sextant * 60;
  if (degrees < 15 || degrees >= 345) return 'red';
  if (degrees < 45) return most < 170 ? 'brown' : 'orange';
  if (degrees < 70) return 'yellow';
  if (degrees < 165) return 'green';
  if (degrees < 260) return 'blue';
  return degrees < 300 ? 'purple' : 'pink';
}
