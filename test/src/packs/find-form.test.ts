import { describe, expect, it } from 'vitest';
import { findForm } from '../../../src/packs/find-form.ts';
import { loadPacks } from '../../../src/packs/load-packs.ts';
import { serviceIds } from '../../../src/packs/service.ts';

const packs = loadPacks(new URL('../../../src/packs/', import.meta.url));

describe('findForm', () => {
  it.each([
    ['sloe', 'em-esloe'],
    ['e-SLOE', 'em-esloe'],
    ['O-SLOE', 'em-o-sloe'],
    ['non residency sloe', 'em-sloe-non-residency'],
    ['eslor', 'orthopedics-eslor'],
    ['SEL', 'im-sel'],
    ['loe', 'neurosurgery-loe'],
    [' Narrative ', 'narrative'],
    ['standardized letter', 'eras-standardized'],
    ['formulaire d’appui', 'carms-support-form'],
    ['ob-gyn-sloe', 'ob-gyn-sloe'],
  ])('%s is %s', (text, id) => {
    expect(findForm(packs, text)?.id).toBe(id);
  });

  it.each([
    ['SLOE', 'ob-gyn', 'ob-gyn-sloe'],
    ['SLOE', 'emergency-medicine', 'em-esloe'],
    ['SLOR', 'psychiatry', 'psychiatry-slor'],
    ['slor', 'diagnostic-radiology', 'radiology-slor'],
    ['SLOR', 'orthopedic-surgery', 'orthopedics-eslor'],
    ['narrative', 'psychiatry', 'narrative'],
  ])('%s in %s is %s', (text, specialty, id) => {
    expect(findForm(packs, text, specialty)?.id).toBe(id);
  });

  it('does not guess whose SLOR is meant', () => {
    expect(findForm(packs, 'SLOR')).toBeUndefined();
    expect(findForm(packs, 'SLOR', 'pathology')).toBeUndefined();
  });

  it.each(['', ' ', '&', 'sonnet', 'sloe gin'])('does not know "%s"', (text) => {
    expect(findForm(packs, text)).toBeUndefined();
  });
});

describe('the letter forms', () => {
  const ids = new Set(packs.forms.map(({ id }) => id));

  it('have every form that a specialty names', () => {
    const named = packs.specialties.flatMap(({ needs }) => [
      ...(needs?.forms ?? []).map(({ form }) => form),
      ...(needs?.chairForm === undefined ? [] : [needs.chairForm]),
    ]);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((form) => !ids.has(form))).toEqual([]);
  });

  it('name only specialties that there are', () => {
    const known = new Set(packs.specialties.map(({ id }) => id));
    expect(packs.forms.flatMap(({ specialties }) => specialties.filter((one) => !known.has(one)))).toEqual([]);
  });

  it('are of the service of the specialty that wants them', () => {
    const elsewhere = packs.specialties.flatMap(({ id, service, needs }) =>
      (needs?.forms ?? [])
        .map(({ form }) => packs.forms.find((one) => one.id === form))
        .filter((form) => !form?.services.includes(service) || !form.specialties.includes(id)),
    );
    expect(elsewhere).toEqual([]);
  });

  it('have one for each specialty that a service says has a form of its own', () => {
    for (const service of serviceIds) {
      for (const pack of packs.seasons[service]) {
        const without = (pack.facts.standardForms.value ?? []).filter(
          (id) => !packs.forms.some((form) => form.services.includes(service) && form.specialties.includes(id)),
        );
        expect([service, pack.season, without]).toEqual([service, pack.season, []]);
      }
    }
  });

  it('have a narrative letter for any specialty and service', () => {
    expect(packs.forms.filter(({ kind }) => kind === 'narrative')).toMatchObject([
      { id: 'narrative', services: serviceIds, specialties: [] },
    ]);
  });
});
