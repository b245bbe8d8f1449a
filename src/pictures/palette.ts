/**
 * The colours of Masataka Okabe and Kei Ito, chosen so that people with any kind of colour
 * blindness tell them apart: https://jfly.uni-koeln.de/color/
 */
const okabeIto = {
  orange: '#E69F00',
  bluishGreen: '#009E73',
  blue: '#0072B2',
  vermillion: '#D55E00',
  reddishPurple: '#CC79A7',
} as const;

/** One meaning in colour. It never stands alone: a symbol and a word go with it. */
export interface Tone {
  /** Fills symbols and bars. */
  readonly mark: string;
  /** What is drawn upon `mark`. */
  readonly on: string;
  /** The pale ground of a chip. */
  readonly tint: string;
  /** Text on `tint` or on white: the same hue, dark enough to be read. */
  readonly ink: string;
}

/** Pictures bring their own light ground, so that they look the same in a light and in a dark chat. */
export const paper = {
  page: '#E9EDF1',
  card: '#FFFFFF',
  hairline: '#DCE2E8',
  ink: '#17212B',
  muted: '#4C5966',
  /** Of what is not reached yet: a line, never a letter. */
  faint: '#7F8B98',
} as const;

export const tones = {
  vermillion: { mark: okabeIto.vermillion, on: '#FFFFFF', tint: '#FDEBDD', ink: '#8F3B00' },
  /** Vermillion turned inside out, for what must be seen first. */
  alarm: { mark: '#FFFFFF', on: '#A84300', tint: '#A84300', ink: '#FFFFFF' },
  orange: { mark: okabeIto.orange, on: paper.ink, tint: '#FDF2D6', ink: '#714D00' },
  blue: { mark: okabeIto.blue, on: '#FFFFFF', tint: '#E2F0F9', ink: '#00507D' },
  green: { mark: okabeIto.bluishGreen, on: '#FFFFFF', tint: '#DDF3EB', ink: '#005B42' },
  purple: { mark: okabeIto.reddishPurple, on: paper.ink, tint: '#F9EAF2', ink: '#7C2F58' },
  grey: { mark: '#5F6C79', on: '#FFFFFF', tint: '#EDF0F3', ink: '#46525E' },
} as const satisfies Readonly<Record<string, Tone>>;
