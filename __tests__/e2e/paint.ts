/** Red, green, blue and alpha, each 0 to 255. */
type Colour = [red: number, green: number, blue: number, alpha: number];

export type Paint = {
  text: Colour;
  /** The nearest opaque background behind the text, or in words why there is none. */
  background: Colour | string;
  /** The outline, and what it is drawn on: what lies around the element, or its own background. */
  outline: { width: number; style: string; colour: Colour; on: Colour | string };
  isOverPicture: boolean;
};

/** How an element is painted. Runs in the page, so all that it needs is inside of it. */
export function paintOf(element: Element): Paint {
  const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 });
  const pen = canvas.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;

  /** Any CSS colour in channels: what the browser's own painting makes of it. */
  function colourOf(css: string): Colour {
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = css;
    pen.fillRect(0, 0, 1, 1);
    return [...pen.getImageData(0, 0, 1, 1).data] as Colour;
  }

  function backgroundOf(start: Element | null): Colour | string {
    for (let at = start; at; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.opacity !== '1') return `opacity ${style.opacity}`;
      if (style.backgroundImage !== 'none') return 'a background picture';
      const colour = colourOf(style.backgroundColor);
      if (colour[3] === 255) return colour;
      if (colour[3] !== 0) return 'a background that is half transparent';
    }
    return colourOf('Canvas');
  }

  element.scrollIntoView({ block: 'nearest' });
  const { left, top, width, height } = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  return {
    text: colourOf(style.color),
    background: backgroundOf(element),
    outline: {
      width: Number.parseFloat(style.outlineWidth),
      style: style.outlineStyle,
      colour: colourOf(style.outlineColor),
      on: backgroundOf(
        Number.parseFloat(style.outlineOffset) < 0 ? element : element.parentElement,
      ),
    },
    isOverPicture: document
      .elementsFromPoint(left + width / 2, top + height / 2)
      .some((other) => !element.contains(other) && other.matches('img, video, canvas')),
  };
}

/** The contrast of two colours, 1 to 21 (WCAG 2.2, 1.4.3). */
export function contrastOf(one: Colour, other: Colour): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance([red, green, blue]: Colour): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue]
    .map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
