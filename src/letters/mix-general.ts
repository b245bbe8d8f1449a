import type { Dossier } from './dossier.ts';
import type { Finding } from './finding.ts';
import type { PlacedLetter } from './fit.ts';
import { isIn, isPromised } from './stages.ts';

/** What is to be said of a set of letters whatever the specialty. */
export function generalFindings(standing: readonly PlacedLetter[], dossier: Dossier): readonly Finding[] {
  const { packs } = dossier;
  const distant = standing.filter(
    ({ letter, writer }) => !isByChair(letter.chair, writer.kind) && writer.knows === 'hardly',
  );
  const unsaid = standing.filter(({ writer }) => writer.knows === null);
  const wanted = packs.customs.writersToSecure.value;
  const saidYes = standing.filter(({ letter }) => isPromised(letter.stage) || isIn(letter.stage));
  const have = new Set(saidYes.map(({ writer }) => writer.id)).size;
  const findings: readonly (Finding | false | undefined)[] = [
    wanted !== undefined && {
      severity: have < wanted ? 'consider' : 'fine',
      fact: { code: 'secured', have, wanted },
      row: 'customs/writers-to-secure',
    },
    usFinding(standing, dossier),
    distant.length > 0 && {
      severity: 'consider',
      fact: { code: 'hardly-knows', letters: distant.map(({ letter }) => letter.id) },
      row: 'letters/story-test',
    },
    unsaid.length > 0 && {
      severity: 'unknown',
      fact: { code: 'closeness-unsaid', letters: unsaid.map(({ letter }) => letter.id) },
      row: 'letters/story-test',
    },
  ];
  return findings.filter((one) => one !== false && one !== undefined);
}

/** What is said of writers in the United States is said of programs there. */
function usFinding(standing: readonly PlacedLetter[], { img, service }: Dossier): Finding | undefined {
  if (service === 'carms' || img === false) return undefined;
  const row = 'letters/img-us-letter';
  if (img === null) return { severity: 'unknown', fact: { code: 'img-unsaid' }, row };
  const have = standing.filter(({ writer }) => writer.inUs === true).length;
  const unsaid = standing.filter(({ writer }) => writer.inUs === null).map(({ letter }) => letter.id);
  const severity = have > 0 ? 'fine' : unsaid.length > 0 ? 'unknown' : 'missing';
  return { severity, fact: { code: 'us-writers', have, unsaid }, row };
}

/** The department's letter, or one by its chair. */
export function isByChair(chair: boolean | null, kind: PlacedLetter['writer']['kind']): boolean {
  return chair === true || kind === 'chair';
}
