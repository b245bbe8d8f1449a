import { findAges } from './find-ages.ts';
import { findContacts } from './find-contacts.ts';
import { findDates } from './find-dates.ts';
import { findGiven } from './find-given.ts';
import { findInitials } from './find-initials.ts';
import { findNames } from './find-names.ts';
import { findNumbers } from './find-numbers.ts';
import { findRooms } from './find-rooms.ts';
import { findTitled } from './find-titled.ts';
import { findUnusual } from './find-unusual.ts';
import type { Finding, Part } from './finding.ts';
import type { Mark } from './lexicon.ts';
import { rewrite } from './rewrite.ts';
import { isAnywhere, type Scene, setScene } from './scene.ts';
import type { Rule, Suspect } from './suspect.ts';
import { textLanguage } from './text-language.ts';

/** A rule, and without what it finds nothing, so that most texts are done with soon. */
interface Ruling {
  readonly find: Rule;
  readonly digits?: true;
  /** One of them at least. */
  readonly marks?: readonly Mark[];
}

const rulings: readonly Ruling[] = [
  { find: findNumbers, digits: true },
  { find: findContacts, marks: ['patient', 'relative', 'aged'] },
  { find: findRooms, digits: true },
  { find: findTitled },
  { find: findNames, marks: ['patient'] },
  { find: findInitials },
  { find: findGiven, marks: ['aged', 'somebody', 'relative', 'illness', 'rare', 'procedure', 'care'] },
  { find: findDates, marks: ['birth', 'patient', 'aged', 'illness'] },
  { find: findAges, digits: true },
  { find: findUnusual, marks: ['rare', 'public', 'patient'] },
];

/**
 * Whether a text tells who a patient is. It knows the forms in which people write identifiers, in
 * English and French, and what stands around them; it cannot know who is meant. A clean text is
 * no certificate.
 */
export function checkText(text: string): Finding {
  const scene = setScene(text);
  const suspects = suspectsIn(scene);
  if (suspects.length === 0) return { kind: 'clean' };
  const kind = suspects.some(({ sure }) => sure) ? 'patient' : 'doubtful';
  return { kind, parts: partsOf(scene, suspects), rewrite: safeWording(text, scene, suspects) };
}

/** In their order. Of pieces that overlap one is told: what is certain before what is in doubt, then the longer. */
function suspectsIn(scene: Scene): readonly Suspect[] {
  const digits = /\d/u.test(scene.plain);
  const found = rulings
    .filter((ruling) => (digits || !ruling.digits) && (!ruling.marks || isAnywhere(scene, ruling.marks)))
    .flatMap(({ find }) => find(scene));
  const byWeight = found.sort((a, b) => Number(b.sure) - Number(a.sure) || b.to - b.from - (a.to - a.from));
  const taken = new Uint8Array(scene.plain.length);
  const kept = byWeight.filter(({ from, to }) => {
    if (taken.subarray(from, to).includes(1)) return false;
    taken.fill(1, from, to);
    return true;
  });
  return kept.sort((a, b) => a.from - b.from);
}

function partsOf(scene: Scene, suspects: readonly Suspect[]): readonly Part[] {
  return suspects.map(({ what, ...span }) => ({ what, ...scene.inText(span) }));
}

/** How often a rewrite is read again: what it puts in may stand beside what was harmless before. */
const readings = 4;

/** The text without the suspects, and without what is one in the text that this leaves. */
function safeWording(text: string, scene: Scene, suspects: readonly Suspect[]): string {
  const language = textLanguage(scene);
  let made = text;
  let [here, found] = [scene, suspects];
  for (let reading = 0; found.length > 0; reading += 1) {
    made = reading < readings ? rewrite(made, cutsOf(here, found), language) : withoutLines(made, here, found);
    here = setScene(made);
    found = suspectsIn(here);
  }
  return made;
}

/** The last resort: whole lines go, so that there is an end. */
function withoutLines(text: string, scene: Scene, suspects: readonly Suspect[]): string {
  const places = suspects.map((suspect) => scene.inText(suspect).from);
  let [end, next] = [-1, 0];
  const lines = text.split('\n').map((line) => {
    end += 1 + line.length;
    const first = next;
    while ((places[next] ?? Number.POSITIVE_INFINITY) <= end) next += 1;
    return next === first ? line : leftOut;
  });
  return lines.join('\n');
}

const leftOut = '[…]';

function cutsOf(scene: Scene, suspects: readonly Suspect[]) {
  return suspects.map(({ what, cut, from, to, as }) => ({ ...scene.inText(cut ?? { from, to }), what, as }));
}
