import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { keysOfFile, readKeys } from '../../../src/vault/keys.ts';
import { createVault } from '../../../src/vault/vault.ts';

const old = { id: 'old', bytes: new Uint8Array(32).fill(1) };
const young = { id: 'young', bytes: new Uint8Array(32).fill(2) };

describe('a vault', () => {
  it('gives back every text that it sealed, at its place', () => {
    const vault = createVault([young, old]);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, place) => {
        const sealed = vault.seal(text, place);
        expect(vault.open(sealed, place)).toBe(text);
        expect(sealed).toMatch(/^young\.[\w-]+$/u);
      }),
    );
  });

  it('seals the same text each time differently, and shows nothing of it', () => {
    const vault = createVault([young]);
    const sealed = [vault.seal('chen@hospital.org', 'a'), vault.seal('chen@hospital.org', 'a')];
    expect(sealed[0]).not.toBe(sealed[1]);
    for (const one of sealed) {
      expect(one).not.toContain('chen');
      expect(Buffer.from(one.slice('young.'.length), 'base64url').toString('latin1')).not.toContain('chen');
    }
  });

  it('opens nothing that was moved to another place, was changed, or was sealed with another key', () => {
    const vault = createVault([young]);
    const sealed = vault.seal('chen@hospital.org', 'writers.email W1 maya');
    expect(() => vault.open(sealed, 'writers.email W1 ben')).toThrow();
    expect(() => vault.open(sealed, 'writers.notes W1 maya')).toThrow();
    const flipped = sealed.slice(0, -2) + (sealed.endsWith('AA') ? 'BB' : 'AA');
    expect(() => vault.open(flipped, 'writers.email W1 maya')).toThrow();
    expect(() => createVault([old]).open(sealed, 'writers.email W1 maya')).toThrow('there is no key “young”');
    const namesake = createVault([{ ...old, id: 'young' }]);
    expect(() => namesake.open(sealed, 'writers.email W1 maya')).toThrow();
  });

  it('opens nothing with a shorter tag, which could be guessed', () => {
    const vault = createVault([young]);
    const bytes = Buffer.from(vault.seal('', 'a').slice('young.'.length), 'base64url');
    const shortened = (length: number) => `young.${bytes.subarray(0, 12 + length).toString('base64url')}`;
    expect(vault.open(shortened(16), 'a')).toBe('');
    for (const length of [4, 8, 12, 15]) expect(() => vault.open(shortened(length), 'a'), `${length}`).toThrow();
  });

  it('says nothing of a text that lies unsealed in the place of a sealed one', () => {
    const vault = createVault([young]);
    for (const plain of ['Dr. Chen hesitated', 'chen@hospital.org', 'hesitated', '']) {
      expect(() => vault.open(plain, 'a')).toThrow(/^there is something else in the place of a sealed text$/u);
    }
  });

  it('opens what an older key sealed while that key is at hand', () => {
    const sealed = createVault([old]).seal('text', 'a');
    expect(createVault([young, old]).open(sealed, 'a')).toBe('text');
  });
});

describe('LORBOT_KEYS', () => {
  const encoded = Buffer.from(old.bytes).toString('base64');

  it('names keys, the first of which seals', () => {
    expect(readKeys(`b:${Buffer.from(young.bytes).toString('base64')}, a:${encoded}`)).toEqual([
      { id: 'b', bytes: Buffer.from(young.bytes) },
      { id: 'a', bytes: Buffer.from(old.bytes) },
    ]);
  });

  it.each([
    ['', 'id:base64'],
    ['nothing', 'takes keys of 32 bytes'],
    [`with space:${encoded}`, 'id:base64'],
    ['short:AAAA', 'that of short is none'],
    ['odd:***', 'that of odd is none'],
    [`a:${encoded},a:${encoded}`, 'two keys of the id a'],
  ])('refuses %j and says why', (text, why) => {
    expect(readKeys(text)).toContain(why);
  });
});

describe('the key file', () => {
  function folder(): string {
    const path = mkdtempSync(join(tmpdir(), 'lorbot-'));
    onTestFinished(() => rmSync(path, { recursive: true }));
    return path;
  }

  it('is made once, for its owner alone, and stays the same', () => {
    const path = join(folder(), 'data', 'lorbot.key');
    const made = keysOfFile(path);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(made).toHaveLength(1);
    expect(keysOfFile(path)).toEqual(made);
    expect(readFileSync(path, 'utf8')).toMatch(/^file:[\w+/=]+\n$/u);
  });

  it('that holds something else is refused and left as it is', () => {
    const path = join(folder(), 'lorbot.key');
    writeFileSync(path, 'not a key');
    expect(() => keysOfFile(path)).toThrow(/lorbot\.key takes keys as id:base64/u);
    expect(readFileSync(path, 'utf8')).toBe('not a key');
  });
});
