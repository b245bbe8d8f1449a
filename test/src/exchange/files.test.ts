import { readFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { decodeText } from '../../../src/core/decode-text.ts';
import { toPlainText } from '../../../src/core/reply-text.ts';
import { understand } from '../../../src/exchange/choose-columns.ts';
import type { Importing, Mine } from '../../../src/exchange/import-plan.ts';
import { planImport } from '../../../src/exchange/plan-import.ts';
import { readTable } from '../../../src/exchange/read-table.ts';
import { inverse } from '../../../src/letters/change.ts';
import { openDatabase } from '../../../src/storage/database.ts';
import { importReply } from '../../../src/views/import.ts';
import { wordsIn } from '../../../src/words/words-in.ts';
import { importing, nobody, planned } from '../../support/importing.ts';
import { aChange, aMember } from '../../support/samples.ts';
import { type Stores, storesOf } from '../../support/stores.ts';
import { told } from '../../support/told.ts';

function fixture(name: string): string {
  const decoded = decodeText(readFileSync(new URL(`../../fixtures/csv/${name}`, import.meta.url)));
  if (!('text' in decoded)) throw new Error(decoded.trouble);
  return decoded.text;
}

interface Result {
  readonly preview: string;
  readonly result: readonly string[];
}

/**
 * Reads a file in as it lies there: what the preview says, and what stands in the store afterwards. On
 * the way it sees that the same file would change nothing a second time, and that one undo takes all back.
 */
async function imported(name: string, more: Partial<Importing> & { readonly columns?: string } = {}): Promise<Result> {
  const { columns = '', ...settings } = more;
  const database = await openDatabase(':memory:', storesOf);
  onTestFinished(() => database.close());
  return database.transact(async (stores) => {
    const maya = await aMember(stores, 'maya');
    const plan = planned(fixture(name), nobody, importing(maya, settings), columns);
    await stores.letters.apply(aChange(maya, plan.records));
    const stands = await mineOf(stores, maya);
    const again = planned(fixture(name), stands, importing(`${maya}-again`, settings), columns);
    expect(again.records).toEqual([]);
    await stores.letters.apply(aChange(maya, inverse(plan.records)));
    expect(await mineOf(stores, maya)).toEqual(nobody);
    return { preview: toPlainText(importReply(plan, wordsIn('en'))), result: told(stands) };
  });
}

async function mineOf({ letters }: Stores, member: string): Promise<Mine> {
  const list = await letters.list(member);
  return {
    writers: await letters.writers(member),
    letters: list.map(({ letter }) => letter),
    programs: await letters.programs(member),
  };
}

/** What is said of a file that is no table. */
function refusal(name: string): string {
  const read = readTable(fixture(name));
  return 'problem' in read
    ? toPlainText({ blocks: [{ kind: 'paragraph', line: wordsIn('en').exchange.tableProblem(read.problem) }] })
    : 'a table';
}

describe('a file as people have it', () => {
  it('from Excel, with semicolons and a byte order mark', async () => {
    const { preview, result } = await imported('excel-semicolons.csv');
    expect(preview).toMatchInlineSnapshot(`
      "What 3 rows would do

      3 new writers, 3 new letters

      Columns as I understand them

      - 1 Letter writer: Writer
      - 2 Title: Title
      - 3 E-mail: E-mail
      - 4 Specialty: Specialty
      - 5 Deadline: Due
      - 6 Status: Stage
      - 7 Comments: Notes

      What will happen

      - Row 2: Dr. Jörg Weiß is new: Internal medicine, requested in the portal, letters due Thu 23 Sep 2027
      - Row 3: Dr. Ana Núñez is new: Neurology, requested in the portal, letters due Fri 1 Oct 2027
      - Row 4: Prof. Liu is new: planned

      Something wrong? Name the columns yourself: columns:"2=name, 5=due, 7=none""
    `);
    expect(result).toMatchInlineSnapshot(`
      [
        "Dr. Jörg Weiß: title Head of medicine, email weiss@example.org, notes met in June; sub-I",
        "Dr. Ana Núñez: ",
        "Prof. Liu: ",
        "letter of Dr. Jörg Weiß: specialty Internal medicine, due 2027-09-23, stage requested, reached {requested 2027-08-25}",
        "letter of Dr. Ana Núñez: specialty Neurology, due 2027-10-01, stage requested, reached {requested 2027-08-25}",
        "letter of Prof. Liu: stage planned, reached {planned 2027-08-25}",
      ]
    `);
  });

  it('from Excel on Windows, in its own code page and with its line sep=', async () => {
    const { preview, result } = await imported('excel-windows.csv');
    expect(preview).toMatchInlineSnapshot(`
      "What 2 rows would do

      2 new writers, 2 new letters

      Columns as I understand them

      - 1 Nom: Writer
      - 2 Rôle: Kind
      - 3 Échéance: Due
      - 4 Reçue: Uploaded on
      - 5 Remarques: Notes

      What will happen

      - Row 2: Dre Geneviève Côté is new: uploaded, letters due Fri 12 Nov 2027
      - Row 3: Dr Benoît Roy is new: planned, letters due Fri 12 Nov 2027

      Something wrong? Name the columns yourself: columns:"2=name, 5=due, 7=none""
    `);
    expect(result).toMatchInlineSnapshot(`
      [
        "Dre Geneviève Côté: kind attending, notes À relancer",
        "Dr Benoît Roy: kind chair",
        "letter of Dr Benoît Roy: due 2027-11-12, stage planned, reached {planned 2027-08-25}",
        "letter of Dre Geneviève Côté: due 2027-11-12, stage uploaded, reached {uploaded 2027-08-25}",
      ]
    `);
  });

  it('from Google Sheets, with checkboxes and a line end in a cell', async () => {
    const { preview, result } = await imported('google-sheets.csv');
    expect(preview).toMatchInlineSnapshot(`
      "What 3 rows would do

      3 new writers, 3 new letters

      Columns as I understand them

      - 1 Who: Writer
      - 2 How we met: Where you met
      - 3 Asked?: Asked on
      - 4 Said yes: Agreed on
      - 5 Packet sent: Packet sent on
      - 6 Uploaded: Uploaded on
      - 7 Due: Due
      - 8 Notes: Notes

      What will happen

      - Row 2: Dr. Chen is new: packet sent, letters due Thu 23 Sep 2027
      - Row 3: Dr. O'Brien is new: asked, letters due Thu 23 Sep 2027
      - Row 4: Dr. Patel is new: planned, letters due Fri 1 Oct 2027

      Something wrong? Name the columns yourself: columns:"2=name, 5=due, 7=none""
    `);
    expect(result).toMatchInlineSnapshot(`
      [
        "Dr. Chen: met IM sub-I, June, notes two points: / - the poster / - nights",
        "Dr. O'Brien: met Clinic",
        "Dr. Patel: notes ask on the last day",
        "letter of Dr. Chen: due 2027-09-23, stage packet-sent, reached {packet-sent 2027-08-25}",
        "letter of Dr. O'Brien: due 2027-09-23, stage asked, reached {asked 2027-08-25}",
        "letter of Dr. Patel: due 2027-10-01, stage planned, reached {planned 2027-08-25}",
      ]
    `);
  });

  it('from Numbers, with the title of the table above', async () => {
    const { preview, result } = await imported('numbers.csv');
    expect(preview).toMatchInlineSnapshot(`
      "What 2 rows would do

      2 new writers, 2 new letters

      Columns as I understand them

      - 1 Recommender: Writer
      - 2 Position: Title
      - 3 Needed by: Due
      - 4 State: Stage

      What will happen

      - Row 3: Dr. Chen is new: uploaded, letters due Thu 23 Sep 2027
      - Row 4: Dr. Silva is new: requested in the portal, letters due Fri 1 Oct 2027

      Something wrong? Name the columns yourself: columns:"2=name, 5=due, 7=none""
    `);
    expect(result).toMatchInlineSnapshot(`
      [
        "Dr. Chen: title Associate professor",
        "Dr. Silva: ",
        "letter of Dr. Chen: due 2027-09-23, stage uploaded, reached {uploaded 2027-08-25}",
        "letter of Dr. Silva: due 2027-10-01, stage requested, reached {requested 2027-08-25}",
      ]
    `);
  });

  it('like a list of MyERAS, with ids that nobody reads', async () => {
    const { preview, result } = await imported('myeras.csv');
    expect(preview).toMatchInlineSnapshot(`
      "What 3 rows would do

      2 new writers, 3 new letters

      Columns as I understand them

      - 3 LoR Author Name: Last name, first name
      - 4 LoR Author Email: E-mail
      - 5 Specialty: Specialty
      - 6 LoR Type: Form of letter
      - 7 Chair Requirement: Department letter
      - 8 Waived: Right to read it waived
      - 9 Status: Stage

      Dropped without reading them, because they hold ids or something as private: 1 AAMC ID, 2 Letter ID

      What will happen

      - Row 2: Wei Chen is new: requested in the portal
      - Row 3: a further letter of Wei Chen: Internal Medicine, planned
      - Row 4: Ngozi Okafor is new: Orthopaedic Surgery, uploaded

      Something wrong? Name the columns yourself: columns:"2=name, 5=due, 7=none""
    `);
    expect(result).toMatchInlineSnapshot(`
      [
        "Wei Chen: email chen@example.org",
        "Ngozi Okafor: email okafor@example.org",
        "letter of Ngozi Okafor: specialty Orthopaedic Surgery, stage uploaded, reached {uploaded 2027-08-25}, form eras-standardized, chair false, waived false",
        "letter of Wei Chen: stage requested, reached {requested 2027-08-25}, form narrative, chair false, waived true",
        "letter of Wei Chen: specialty Internal Medicine, stage planned, reached {planned 2027-08-25}, form narrative, chair true, waived true",
      ]
    `);
  });

  it('like a list of ResidencyCAS, with names in halves', async () => {
    const { preview, result } = await imported('residencycas.csv');
    expect(preview).toMatchInlineSnapshot(`
      "What 4 rows would do

      4 new writers, 4 new letters

      Columns as I understand them

      - 1 Evaluator First Name: First name
      - 2 Evaluator Last Name: Last name
      - 3 Evaluator Email: E-mail
      - 4 Evaluation Type: Form of letter
      - 5 Application Service: Service
      - 6 Specialty: Specialty
      - 7 Due Date: Due
      - 8 Status: Stage

      Dropped without reading them, because they hold ids or something as private: 9 Person ID

      What will happen

      - Row 2: Maria Lopez is new: ResidencyCAS, Emergency medicine, uploaded, letters due Fri 24 Sep 2027
      - Row 3: Sam Okoye is new: ResidencyCAS, Emergency medicine, requested in the portal, letters due Fri 24 Sep 2027
      - Row 4: Priya Nair is new: ResidencyCAS, OB/GYN, planned, letters due Fri 24 Sep 2027
      - Row 5: Jo Berg is new: ResidencyCAS, EM, declined, letters due Fri 24 Sep 2027

      Something wrong? Name the columns yourself: columns:"2=name, 5=due, 7=none""
    `);
    expect(result).toMatchInlineSnapshot(`
      [
        "Maria Lopez: email lopez@example.org",
        "Sam Okoye: email okoye@example.org",
        "Priya Nair: ",
        "Jo Berg: ",
        "letter of Jo Berg: service residencycas, specialty EM, due 2027-09-24, stage declined, reached {declined 2027-08-25}, form em-esloe",
        "letter of Maria Lopez: service residencycas, specialty Emergency medicine, due 2027-09-24, stage uploaded, reached {uploaded 2027-08-25}, form em-esloe",
        "letter of Priya Nair: service residencycas, specialty OB/GYN, due 2027-09-24, stage planned, reached {planned 2027-08-25}, form ob-gyn-sloe",
        "letter of Sam Okoye: service residencycas, specialty Emergency medicine, due 2027-09-24, stage requested, reached {requested 2027-08-25}, form narrative",
      ]
    `);
  });

  it('with line ends and quotation marks in quotation marks', async () => {
    const { preview, result } = await imported('quoted-newlines.csv');
    expect(preview).toMatchInlineSnapshot(`
      "What 2 rows would do

      2 new writers, 2 new letters

      Columns as I understand them

      - 1 Writer: Writer
      - 2 Reminder sheet: Reminder sheet
      - 3 Notes: Notes

      What will happen

      - Row 2: Dr. Chen is new: planned
      - Row 3: Dr. Roy is new: planned

      Something wrong? Name the columns yourself: columns:"2=name, 5=due, 7=none""
    `);
    expect(result).toMatchInlineSnapshot(`
      [
        "Dr. Chen: notes She said "strong", / twice",
        "Dr. Roy: ",
        "letter of Dr. Chen: stage planned, reached {planned 2027-08-25}, sheet - presented at grand rounds / - started the journal club",
        "letter of Dr. Roy: stage planned, reached {planned 2027-08-25}",
      ]
    `);
  });

  it('in French, with programs', async () => {
    const { preview, result } = await imported('french.csv');
    expect(preview).toMatchInlineSnapshot(`
      "What 2 rows would do

      2 new writers, 2 new letters, 2 new programs

      Columns as I understand them

      - 1 Référent: Writer
      - 2 Courriel: E-mail
      - 3 Fonction: Kind
      - 4 Milieu de stage: Where you met
      - 5 Spécialité: Specialty
      - 6 Échéance: Due
      - 7 Étape: Stage
      - 8 Renonciation: Right to read it waived
      - 9 Programmes: Program

      What will happen

      - Row 2: Dre Anne Tremblay is new: Médecine familiale, asked, letters due Fri 26 Nov 2027, goes to Laval, Sherbrooke
      - Row 3: Dr Luc Gagnon is new: planned, letters due Wed 1 Dec 2027

      Something wrong? Name the columns yourself: columns:"2=name, 5=due, 7=none""
    `);
    expect(result).toMatchInlineSnapshot(`
      [
        "Dre Anne Tremblay: kind attending, met Hôtel-Dieu, email tremblay@exemple.ca",
        "Dr Luc Gagnon: kind program-director",
        "letter of Dre Anne Tremblay: specialty Médecine familiale, due 2027-11-26, stage asked, reached {asked 2027-08-25}, waived true",
        "letter of Dr Luc Gagnon: due 2027-12-01, stage planned, reached {planned 2027-08-25}, waived false",
        "program Laval: specialty Médecine familiale, letters Dre Anne Tremblay",
        "program Sherbrooke: specialty Médecine familiale, letters Dre Anne Tremblay",
      ]
    `);
  });

  it('from Excel as Unicode text, with tabs', async () => {
    const { preview, result } = await imported('excel-unicode.txt');
    expect(preview).toMatchInlineSnapshot(`
      "What 2 rows would do

      2 new writers, 2 new letters

      Columns as I understand them

      - 1 Writer: Writer
      - 2 Kind: Kind
      - 3 Due: Due
      - 4 Specialty: Specialty

      What will happen

      - Row 2: Dr. 陳大文 is new: Internal medicine, planned, letters due Thu 23 Sep 2027
      - Row 3: Dr. חנה לוי is new: planned, letters due Thu 30 Sep 2027

      Something wrong? Name the columns yourself: columns:"2=name, 5=due, 7=none""
    `);
    expect(result).toMatchInlineSnapshot(`
      [
        "Dr. 陳大文: kind attending",
        "Dr. חנה לוי: kind research-mentor",
        "letter of Dr. 陳大文: specialty Internal medicine, due 2027-09-23, stage planned, reached {planned 2027-08-25}",
        "letter of Dr. חנה לוי: due 2027-09-30, stage planned, reached {planned 2027-08-25}",
      ]
    `);
  });

  it('with rows too short, too long and without a name', async () => {
    const { preview, result } = await imported('ragged.csv');
    expect(preview).toMatchInlineSnapshot(`
      "What 4 rows would do

      3 new writers, 3 new letters, 1 left out

      Columns as I understand them

      - 1 Writer: Writer
      - 2 Kind: Kind
      - 3 Due: Due

      Not used: column 4

      What will happen

      - Row 2: Dr. Chen is new: planned
      - Row 3: Dr. Roy is new: planned, letters due Thu 23 Sep 2027
      - Row 5: Dr. Ali is new: planned

      What does not come in

      - Row 4: left out, no name

      Something wrong? Name the columns yourself: columns:"2=name, 5=due, 7=none""
    `);
    expect(result).toMatchInlineSnapshot(`
      [
        "Dr. Chen: ",
        "Dr. Roy: kind attending",
        "Dr. Ali: kind chair",
        "letter of Dr. Roy: due 2027-09-23, stage planned, reached {planned 2027-08-25}",
        "letter of Dr. Ali: stage planned, reached {planned 2027-08-25}",
        "letter of Dr. Chen: stage planned, reached {planned 2027-08-25}",
      ]
    `);
  });

  it('with dates in four styles and as Excel counts them', async () => {
    const { preview, result } = await imported('four-date-styles.csv');
    expect(preview).toMatchInlineSnapshot(`
      "What 3 rows would do

      3 new writers, 3 new letters

      Columns as I understand them

      - 1 Writer: Writer
      - 2 Due: Due
      - 3 Asked on: Asked on
      - 4 Requested: Requested in the portal on
      - 5 Uploaded: Uploaded on
      - 6 Thanked: Thanked

      What will happen

      - Row 2: Dr. Chen is new: uploaded, letters due Thu 23 Sep 2027
      - Row 3: Dr. Roy is new: requested in the portal, letters due Fri 1 Oct 2027
      - Row 4: Dr. Ali is new: planned

      What does not come in

      - Row 4: Dr. Ali, Due: “2027-13-01” is no date that I can read
      - Row 4: Dr. Ali, Asked on: “7/31/2028” lies ahead and cannot have happened yet
      - Row 4: Dr. Ali, Requested in the portal on: there is no such day as “31.6.2027”
      - Row 4: Dr. Ali, Uploaded on: “sometime” is no date that I can read

      Something wrong? Name the columns yourself: columns:"2=name, 5=due, 7=none""
    `);
    expect(result).toMatchInlineSnapshot(`
      [
        "Dr. Chen: ",
        "Dr. Roy: ",
        "Dr. Ali: ",
        "letter of Dr. Chen: due 2027-09-23, stage uploaded, reached {asked 2027-07-15, requested 2027-07-15, uploaded 2027-08-03}, thanked 2027-08-09",
        "letter of Dr. Roy: due 2027-10-01, stage requested, reached {asked 2027-07-02, requested 2027-08-02}",
        "letter of Dr. Ali: stage planned, reached {planned 2027-08-25}, thanked 2027-08-09",
      ]
    `);
  });

  it('with dates that could be either way round', async () => {
    const { preview, result } = await imported('ambiguous-dates.csv');
    expect(preview).toMatchInlineSnapshot(`
      "What 2 rows would do

      2 new writers, 2 new letters

      Columns as I understand them

      - 1 Writer: Writer
      - 2 Deadline: Due

      2 Deadline: nothing shows whether the month or the day comes first. I read the month first, so “10/9/2027” is Sat 9 Oct 2027. Otherwise say columns:"dates=day first".

      What will happen

      - Row 2: Dr. Chen is new: planned, letters due Sat 9 Oct 2027
      - Row 3: Dr. Roy is new: planned, letters due Fri 10 Sep 2027

      Something wrong? Name the columns yourself: columns:"2=name, 5=due, 7=none""
    `);
    expect(result).toMatchInlineSnapshot(`
      [
        "Dr. Chen: ",
        "Dr. Roy: ",
        "letter of Dr. Roy: due 2027-09-10, stage planned, reached {planned 2027-08-25}",
        "letter of Dr. Chen: due 2027-10-09, stage planned, reached {planned 2027-08-25}",
      ]
    `);
  });

  it('with the same dates, as the member says they are meant', async () => {
    const { preview, result } = await imported('ambiguous-dates.csv', { columns: 'dates=day first' });
    expect(preview).toMatchInlineSnapshot(`
      "What 2 rows would do

      2 new writers, 2 new letters

      Columns as I understand them

      - 1 Writer: Writer
      - 2 Deadline: Due

      2 Deadline: as you say, “10/9/2027” is Fri 10 Sep 2027.

      What will happen

      - Row 2: Dr. Chen is new: planned, letters due Fri 10 Sep 2027
      - Row 3: Dr. Roy is new: planned, letters due Sat 9 Oct 2027

      Something wrong? Name the columns yourself: columns:"2=name, 5=due, 7=none""
    `);
    expect(result).toMatchInlineSnapshot(`
      [
        "Dr. Chen: ",
        "Dr. Roy: ",
        "letter of Dr. Chen: due 2027-09-10, stage planned, reached {planned 2027-08-25}",
        "letter of Dr. Roy: due 2027-10-09, stage planned, reached {planned 2027-08-25}",
      ]
    `);
  });

  it('with dates that contradict each other', async () => {
    const { preview, result } = await imported('mixed-dates.csv');
    expect(preview).toMatchInlineSnapshot(`
      "What 3 rows would do

      3 new writers, 3 new letters

      Columns as I understand them

      - 1 Writer: Writer
      - 2 Deadline: Due

      2 Deadline: some dates have the month first and others the day. Those that could be either are left out; write them as 2027-09-23.

      What will happen

      - Row 2: Dr. Chen is new: planned, letters due Thu 23 Sep 2027
      - Row 3: Dr. Roy is new: planned, letters due Fri 24 Sep 2027
      - Row 4: Dr. Ali is new: planned, letters due Sat 25 Sep 2027

      Something wrong? Name the columns yourself: columns:"2=name, 5=due, 7=none""
    `);
    expect(result).toMatchInlineSnapshot(`
      [
        "Dr. Chen: ",
        "Dr. Roy: ",
        "Dr. Ali: ",
        "letter of Dr. Chen: due 2027-09-23, stage planned, reached {planned 2027-08-25}",
        "letter of Dr. Roy: due 2027-09-24, stage planned, reached {planned 2027-08-25}",
        "letter of Dr. Ali: due 2027-09-25, stage planned, reached {planned 2027-08-25}",
      ]
    `);
  });

  it('with the same writer several times', async () => {
    const { preview, result } = await imported('duplicate-writers.csv');
    expect(preview).toMatchInlineSnapshot(`
      "What 4 rows would do

      1 new writer, 2 new letters, 2 that say nothing new

      Columns as I understand them

      - 1 Writer: Writer
      - 2 Specialty: Specialty
      - 3 Due: Due
      - 4 Status: Stage

      What will happen

      - Row 2: Dr. Wei Chen is new: IM, asked, letters due Thu 23 Sep 2027
      - Row 4: a further letter of Dr. Wei Chen: Neurology, planned, letters due Fri 1 Oct 2027

      What does not come in

      - Row 5: Dr. Wei Chen, Due: row 2 says otherwise; that one counts
      - Row 5: Dr. Wei Chen, Stage: row 2 says otherwise; that one counts

      Something wrong? Name the columns yourself: columns:"2=name, 5=due, 7=none""
    `);
    expect(result).toMatchInlineSnapshot(`
      [
        "Dr. Wei Chen: ",
        "letter of Dr. Wei Chen: specialty IM, due 2027-09-23, stage asked, reached {asked 2027-08-25}",
        "letter of Dr. Wei Chen: specialty Neurology, due 2027-10-01, stage planned, reached {planned 2027-08-25}",
      ]
    `);
  });

  it('with formulas, which stay the text that they are', async () => {
    const { preview, result } = await imported('formulas.csv');
    expect(preview).toMatchInlineSnapshot(`
      "What 2 rows would do

      2 new writers, 2 new letters

      Columns as I understand them

      - 1 Writer: Writer
      - 2 Title: Title
      - 3 Notes: Notes

      What will happen

      - Row 2: =HYPERLINK("http://evil.example","Dr. Chen") is new: planned
      - Row 3: Dr. Roy is new: planned

      Something wrong? Name the columns yourself: columns:"2=name, 5=due, 7=none""
    `);
    expect(result).toMatchInlineSnapshot(`
      [
        "=HYPERLINK("http://evil.example","Dr. Chen"): title @SUM(1), notes +1-1",
        "Dr. Roy: title =1+1, notes -2+3",
        "letter of =HYPERLINK("http://evil.example","Dr. Chen"): stage planned, reached {planned 2027-08-25}",
        "letter of Dr. Roy: stage planned, reached {planned 2027-08-25}",
      ]
    `);
  });

  it('from an old Mac', async () => {
    const { preview, result } = await imported('old-mac.csv');
    expect(preview).toMatchInlineSnapshot(`
      "What 2 rows would do

      2 new writers, 2 new letters

      Columns as I understand them

      - 1 Writer: Writer
      - 2 Due: Due

      What will happen

      - Row 2: Dr. Chen is new: planned, letters due Thu 23 Sep 2027
      - Row 3: Dr. Roy is new: planned, letters due Fri 1 Oct 2027

      Something wrong? Name the columns yourself: columns:"2=name, 5=due, 7=none""
    `);
    expect(result).toMatchInlineSnapshot(`
      [
        "Dr. Chen: ",
        "Dr. Roy: ",
        "letter of Dr. Chen: due 2027-09-23, stage planned, reached {planned 2027-08-25}",
        "letter of Dr. Roy: due 2027-10-01, stage planned, reached {planned 2027-08-25}",
      ]
    `);
  });

  it('of programs', async () => {
    const { preview, result } = await imported('programs.csv');
    expect(preview).toMatchInlineSnapshot(`
      "What 2 rows would do

      2 new programs

      Columns as I understand them

      - 1 Program: Program
      - 2 Specialty: Specialty
      - 3 Application Service: Service
      - 4 Type of program: Kind of program
      - 5 Deadline: Due
      - 6 Letters required: Letters it asks for
      - 7 Max letters: Most it reads
      - 8 Department letter: Department letter
      - 9 Applied: Applied

      Dropped without reading them, because they hold ids or something as private: 10 ACGME Program Code

      What will happen

      - Row 2: UCSF Medical Center is new: ERAS, Internal Medicine, letters due Wed 22 Sep 2027
      - Row 3: Mount Sinai, Morningside is new: ERAS, IM, letters due Wed 22 Sep 2027

      What does not come in

      - Row 3: Mount Sinai, Morningside, Letters it asks for: “3-4” is no number that fits

      Something wrong? Name the columns yourself: columns:"2=name, 5=due, 7=none""
    `);
    expect(result).toMatchInlineSnapshot(`
      [
        "program Mount Sinai, Morningside: specialty IM, service eras, due 2027-09-22, setting community, needs {chair false}, applied 2027-08-25",
        "program UCSF Medical Center: specialty Internal Medicine, service eras, due 2027-09-22, setting academic, needs {letters 3, most 4, chair true}",
      ]
    `);
  });

  it('without names that are known, once the member says which column is which', async () => {
    const { preview, result } = await imported('no-names.csv', { columns: '1=name, 2=kind, 3=due' });
    expect(preview).toMatchInlineSnapshot(`
      "What 1 row would do

      1 new writer, 1 new letter

      Columns as I understand them

      - 1 Person: Writer
      - 2 Thing: Kind
      - 3 When: Due

      What will happen

      - Row 2: Dr. Chen is new: planned, letters due Thu 23 Sep 2027

      Something wrong? Name the columns yourself: columns:"2=name, 5=due, 7=none""
    `);
    expect(result).toMatchInlineSnapshot(`
      [
        "Dr. Chen: kind attending",
        "letter of Dr. Chen: due 2027-09-23, stage planned, reached {planned 2027-08-25}",
      ]
    `);
  });

  it('without a row of names', async () => {
    const { preview, result } = await imported('no-header.csv', { columns: 'no header, 1=name, 2=kind, 3=due' });
    expect(preview).toMatchInlineSnapshot(`
      "What 2 rows would do

      2 new writers, 2 new letters

      Columns as I understand them

      - column 1: Writer
      - column 2: Kind
      - column 3: Due

      What will happen

      - Row 1: Dr. Chen is new: planned, letters due Thu 23 Sep 2027
      - Row 2: Dr. Roy is new: planned, letters due Fri 1 Oct 2027

      Something wrong? Name the columns yourself: columns:"2=name, 5=due, 7=none""
    `);
    expect(result).toMatchInlineSnapshot(`
      [
        "Dr. Chen: kind attending",
        "Dr. Roy: kind chair",
        "letter of Dr. Chen: due 2027-09-23, stage planned, reached {planned 2027-08-25}",
        "letter of Dr. Roy: due 2027-10-01, stage planned, reached {planned 2027-08-25}",
      ]
    `);
  });

  it('with names of columns and nothing else', async () => {
    const { preview, result } = await imported('header-only.csv');
    expect(preview).toMatchInlineSnapshot(`
      "The file has the names of columns and no row below them.

      Columns as I understand them

      - 1 Writer: Writer
      - 2 Due: Due

      Something wrong? Name the columns yourself: columns:"2=name, 5=due, 7=none""
    `);
    expect(result).toMatchInlineSnapshot(`[]`);
  });

  it('that says nothing of names is not taken for anything', () => {
    const read = readTable(fixture('no-names.csv'));
    if (!('table' in read)) throw new Error('no table');
    expect(planImport(understand(read.table), nobody, importing('maya'))).toBeUndefined();
  });

  it.each([
    ['empty.csv', 'There is nothing in this file. Export the sheet as CSV once more, with its rows.'],
    [
      'export.csv',
      'This is a JSON file and no table. One that I wrote myself goes in the same way; any other has to become a CSV file first.',
    ],
  ])('that is none is refused with what to do: %s', (name, sentence) => {
    expect(refusal(name)).toBe(sentence);
  });
});
