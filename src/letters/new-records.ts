import type { MemberId } from '../core/command.ts';
import type { Day } from '../core/time.ts';
import type { Letter, Writer } from './letter.ts';
import { type Program, unknownNeeds } from './program.ts';

/** A writer of whom nothing but the name is known. */
export function newWriter(id: string, member: MemberId, name: string): Writer {
  return {
    id,
    member,
    name,
    title: null,
    kind: null,
    met: null,
    email: null,
    notes: null,
    specialty: null,
    inUs: null,
    knows: null,
    rotationEnds: null,
  };
}

/** A letter that is only planned. */
export function newLetter(id: string, member: MemberId, writer: string, today: Day): Letter {
  return {
    id,
    member,
    writer,
    service: null,
    season: null,
    specialty: null,
    form: null,
    chair: null,
    waived: null,
    due: null,
    stage: 'planned',
    answer: null,
    reached: { planned: today },
    packet: {},
    sheet: null,
    nudges: [],
    thanked: null,
    told: null,
    original: null,
    backup: null,
  };
}

/** A program of which nothing but the name is known. */
export function newProgram(id: string, member: MemberId, name: string): Program {
  return {
    id,
    member,
    name,
    specialty: null,
    service: null,
    season: null,
    due: null,
    setting: null,
    needs: unknownNeeds,
    applied: null,
    letters: [],
    notes: null,
  };
}
