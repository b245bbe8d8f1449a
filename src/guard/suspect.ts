import type { PatientDetail } from './finding.ts';
import type { Span } from './reading.ts';
import type { Scene } from './scene.ts';

/** What a rule found, by its place in the reading. */
export interface Suspect extends Span {
  readonly what: PatientDetail;
  /** An identifier for certain; otherwise whoever wrote it is asked. */
  readonly sure: boolean;
  /** What the rewrite takes away, where that is more than the piece itself. */
  readonly cut?: Span;
  /** What the rewrite puts there; without it, the kind of the piece in brackets. */
  readonly as?: Filling;
}

/** `patient` stands for a person, `hospital` for a place in it. */
export type Filling = 'nothing' | 'patient' | 'hospital';

/** What a judge says of each token. */
export function judgeTokens(scene: Scene, judge: (index: number) => Suspect | undefined): readonly Suspect[] {
  const found: Suspect[] = [];
  for (let index = 0; index < scene.tokens.length; index += 1) {
    const suspect = judge(index);
    if (suspect) found.push(suspect);
  }
  return found;
}

/** A rule looks at a whole text, in time that grows with it and no faster. */
export type Rule = (scene: Scene) => readonly Suspect[];
