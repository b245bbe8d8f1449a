import { describe, expect, it } from 'vitest';
import { holdsPrivateDetails } from '../../../src/faq/private-details.ts';

describe('what is better said in private', () => {
  it.each([
    'my letter id is 12345678 and it says not uploaded',
    'AAMC ID 1234 5678, why is my letter missing',
    'aamc: 14412345 status?',
    'ECFMG number 0-123-4567 not found',
    'can i resend the LRF to chen.wei@hospital.example.org',
    'her mail is j.obrien@gmail.com, how do i remind her',
    'pt MRN 00482913, can i put that in the packet',
    'medical record number: 553201 in my reminder sheet?',
    'DOB 4/12/1961, she told me about her stroke',
    'date of birth is 12 March 1961',
    'the guy in room 412 with sepsis, can my attending mention him',
    'Bed 7B, metastatic cancer, can the letter tell it',
    'my patient J.S. wants to be in my letter',
    'pt JS, 54, with CHF: can my writer describe the case',
    'a patient named Maria asked about it',
    'our patient Mr. Alvarez was the best story',
    'patient John Smith thanked me, can the letter quote him',
    'Mrs. Olsen, admitted with pneumonia, can she be in the letter?',
  ])('holds: %s', (text) => {
    expect(holdsPrivateDetails(text)).toBe(true);
  });

  it.each([
    'step 2 score 251, do i need a chair letter',
    'my attending forgot the letter, what now',
    'where do i find my letter id',
    'what is an AAMC ID and when do i get it',
    'does ERAS 2027 open on 09/04/2026? my aamc account is new',
    'can a patient write me a letter',
    'my patient care grade was honors in IM',
    'patient advocate wrote a letter, is that ok',
    'i wrote to support@aamc.org and myeras@aamc.org, no answer',
    'the interview is in room 210, do i bring letters',
    'is my DOB on the letter request form',
    'do they want my MRN access removed',
    'Dr. Chen has 3 letters to write and went on leave',
    'Mr. Jones from the dean office has my MSPE',
    'i applied to 120 programs with 4 letters',
    'ResidencyCAS id not working',
    'my cancer research mentor, is that a good writer',
    'LORs for Internal Medicine Pediatrics',
  ])('does not hold: %s', (text) => {
    expect(holdsPrivateDetails(text)).toBe(false);
  });

  it('takes no time over a long text', () => {
    const started = performance.now();
    for (const piece of ['a.', '1 ', 'Mr. A ', 'patient ', 'a@b.', 'room 1 ']) holdsPrivateDetails(piece.repeat(2_000));
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
