import type { Day } from '../../src/core/time.ts';
import type { Stage } from '../../src/letters/stages.ts';
import type { Board, BoardMark, BoardRow, Urgency } from '../../src/pictures/board.ts';
import type { Timeline } from '../../src/pictures/timeline.ts';

const today: Day = '2027-09-13';

function row(
  label: string,
  purpose: string,
  stage: Stage,
  due: Day | null,
  urgency: Urgency,
  ...marks: readonly BoardMark[]
): BoardRow {
  return { label, purpose, stage, due, urgency, marks };
}

/** The first one. */
export const oneLetter: Board = {
  title: 'Your letters',
  today,
  rows: [row('Dr. Wei Chen', 'ERAS, Internal medicine', 'asked', '2027-10-01', 'later')],
};

/** A season as most members have it, in the middle of September. */
export const sixLetters: Board = {
  title: 'Your letters',
  today,
  rows: [
    row("Dr. Sinéad O'Brien", 'ERAS, Internal medicine', 'requested', '2027-09-10', 'overdue', 'backup'),
    row('Dr. Ramón Núñez', 'ERAS, Internal medicine', 'agreed', '2027-09-22', 'soon'),
    row('Prof. Adaeze Okonkwo', 'CaRMS, Internal medicine', 'asked', '2027-11-18', 'later'),
    row('Dr. Ольга Соколова', 'ERAS, General', 'planned', null, 'none'),
    row('Dr. Priya Raghunathan', 'ERAS, Internal medicine', 'uploaded', '2027-09-22', 'in', 'unassigned'),
    row('Dr. James Whitfield', 'ERAS, General', 'declined', null, 'none'),
  ],
};

/** More than most have, and names of all kinds. */
export const manyLetters: Board = {
  title: 'Your letters',
  today,
  rows: [
    row("Dr. Sinéad O'Brien", 'ERAS, Internal medicine', 'requested', '2027-09-02', 'overdue', 'backup'),
    row('Dr. Ramón Núñez', 'ERAS, Internal medicine', 'packet-sent', '2027-09-10', 'overdue'),
    row(
      'Prof. Dr. Maximiliane von Habersbrunn-Wolkenstein zu Rodeneck',
      'ERAS, General',
      'agreed',
      '2027-09-15',
      'soon',
    ),
    row('محمد الأحمدي', 'ERAS, Internal medicine', 'requested', '2027-09-17', 'soon'),
    row('王小明', 'ERAS, Internal medicine', 'requested', '2027-09-20', 'soon'),
    row('Dr. Ольга Соколова', 'ERAS, Internal medicine', 'agreed', '2027-09-22', 'soon', 'lukewarm'),
    row('Nguyễn Thị Ánh', 'ERAS, Internal medicine-pediatrics', 'packet-sent', '2027-09-22', 'soon'),
    row('דוד כהן', 'ERAS, Medicine-pediatrics', 'requested', '2027-09-22', 'soon'),
    row('Dr. Wang Xiaoming (王小明)', 'ERAS, Pediatrics', 'asked', '2027-09-25', 'soon'),
    row('Ελένη Παπαδοπούλου', 'ERAS, General', 'asked', '2027-09-27', 'soon'),
    row('Dr. Priya Raghunathan', 'ResidencyCAS, Emergency medicine', 'agreed', '2027-09-29', 'later'),
    row('Dr. Łukasz Żółkiewski', 'ResidencyCAS, Emergency medicine', 'planned', '2027-10-01', 'later'),
    row('Prof. Adaeze Okonkwo', 'CaRMS, Internal medicine', 'asked', '2027-11-18', 'later'),
    row('Dr. Marie-Ève Bélanger', 'CaRMS, Family medicine', 'agreed', '2027-11-18', 'later'),
    row('Dr. Jean-François Lévesque', 'CaRMS, Internal medicine', 'planned', '2027-11-18', 'later'),
    row('Dr. Þórdís Guðmundsdóttir', 'SF Match, Ophthalmology', 'planned', '2028-01-05', 'later'),
    row('Dr. Sam 🩺 Carter', 'ERAS, Transitional year', 'planned', null, 'none'),
    row('J. K.', 'ERAS, General', 'planned', null, 'none'),
    row('Dr. Aïcha Ben Youssef', 'ERAS, Internal medicine', 'processed', '2027-09-01', 'in'),
    row('Dr. Tomás Ó Súilleabháin', 'ERAS, Internal medicine', 'processed', '2027-09-01', 'in'),
    row('Dr. Hannah Lindqvist', 'ERAS, Internal medicine', 'uploaded', '2027-09-22', 'in', 'unassigned'),
    row('Dr. Kwame Mensah', 'ERAS, General', 'uploaded', '2027-09-22', 'in'),
    row('Dr. James Whitfield', 'ERAS, General', 'declined', null, 'none'),
    row('Dr. Eleanor Fitzgerald-Abernathy', 'ERAS, Internal medicine', 'declined', null, 'none'),
    row('Dr. Noor Haddad', 'CaRMS, Internal medicine', 'dropped', null, 'none'),
  ],
};

/** Made up, but for the shape of a season. */
export const season: Timeline = {
  title: 'Deadlines ahead',
  today,
  events: [
    { name: 'Applications open', day: '2027-06-02', kind: 'opens' },
    { name: 'Workshop: whom to ask', day: '2027-08-30', kind: 'community' },
    { name: 'Letters for ERAS', day: '2027-09-22', kind: 'deadline' },
    { name: 'Mock interviews', day: '2027-10-05', kind: 'community' },
    { name: 'Letters for CaRMS', day: '2027-11-18', kind: 'deadline' },
    { name: 'Rank lists open', day: '2028-02-01', kind: 'opens' },
    { name: 'Rank lists close', day: '2028-03-01', kind: 'deadline' },
    { name: 'Match Day', day: '2028-03-17', kind: 'result' },
  ],
};
