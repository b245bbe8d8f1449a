import { describe, expect, it } from 'vitest';
import { languages } from '../../../src/core/language.ts';
import {
  isUnknown,
  readAnswer,
  readCloseness,
  readFlag,
  readKind,
  readService,
  readSetting,
  readStage,
} from '../../../src/exchange/spoken-values.ts';
import { wordsIn } from '../../../src/words/words-in.ts';

describe('a word in a cell', () => {
  it.each([
    ['Attending physician', 'attending'],
    ['Attending (cardiology)', 'attending'],
    ['PD', 'program-director'],
    ['Associate Program Director', 'program-director'],
    ['Department Chair, IM', 'chair'],
    ['research mentor (PI)', 'research-mentor'],
    ['Superviseure', 'attending'],
    ['cheffe de département', 'chair'],
    ['Clerkship director', undefined],
    ['chief resident', undefined],
    ['attending and PI', undefined],
    ['friend', undefined],
    ['', undefined],
  ])('“%s” is the kind of writer %s', (text, kind) => {
    expect(readKind(text)).toBe(kind);
  });

  it.each([
    ['Not requested', 'planned'],
    ['NOT CONFIRMED FOR UPLOAD', 'planned'],
    ['To ask', 'planned'],
    ['Asked', 'asked'],
    ['Accepted', 'agreed'],
    ['Requested', 'requested'],
    ['Waiting', 'requested'],
    ['In Progress', 'requested'],
    ['Not Received', 'requested'],
    ['Received', 'uploaded'],
    ['LOR Received', 'uploaded'],
    ['Submitted', 'uploaded'],
    ['Completed', 'uploaded'],
    ['Uploaded', 'uploaded'],
    ['Imported', 'processed'],
    ['Declined', 'declined'],
    ['en attente', 'requested'],
    ['Reçue', 'uploaded'],
    ['À demander', 'planned'],
    ['yes', undefined],
    ['non', undefined],
    ['asked, not uploaded', undefined],
  ])('“%s” is the stage %s', (text, stage) => {
    expect(readStage(text)).toBe(stage);
  });

  it.each([
    ['ERAS 2027', 'eras'],
    ['MyERAS', 'eras'],
    ['CaRMS R-1', 'carms'],
    ['ResidencyCAS', 'residencycas'],
    ['SF Match', 'sf-match'],
    ['ERAS, CaRMS', undefined],
    ['Common App', undefined],
  ])('“%s” is the service %s', (text, service) => {
    expect(readService(text)).toBe(service);
  });

  it.each([
    ['TRUE', true],
    ['✓', true],
    ['x', true],
    ['Oui', true],
    ['Yes - waived', true],
    ['0', false],
    ['Did not waive', false],
    ['FAUX', false],
    ['perhaps', undefined],
  ])('“%s” is the flag %s', (text, flag) => {
    expect(readFlag(text)).toBe(flag);
  });

  it.each(['', '-', '—', '?', 'n/a', 'N.A.', 'TBD', 'none', 'à déterminer', 's.o.'])('“%s” says nothing', (text) => {
    expect(isUnknown(text)).toBe(true);
  });

  it('that our own tables write is read back, in each language', () => {
    for (const language of languages) {
      const { kind, knows, service, stage, answer, setting, noLetter, yes, no } = wordsIn(language).exchange.table;
      const back = <V extends string>(
        labels: Readonly<Record<V, string>>,
        read: (text: string) => string | undefined,
      ) => {
        for (const [value, label] of Object.entries<string>(labels))
          expect([label, read(label)]).toEqual([label, value]);
      };
      back(kind, readKind);
      back(knows, readCloseness);
      back(service, readService);
      back(stage, readStage);
      back(answer, readAnswer);
      back(setting, readSetting);
      expect(readStage(noLetter)).toBe('no-letter');
      expect([readFlag(yes), readFlag(no)]).toEqual([true, false]);
    }
  });
});
