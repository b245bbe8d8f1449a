import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

/** What the judge says of a tree: which rule is broken where, and how many files it read. */
interface Verdict {
  readonly summary: { readonly changed: number; readonly unchanged: number };
  readonly diagnostics: readonly {
    readonly category: string;
    readonly message: string;
    readonly location: { readonly path: string };
  }[];
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const canary = fileURLToPath(new URL('canary/', import.meta.url));

function judge(folder: string): Verdict {
  const biome = `${root}node_modules/@biomejs/biome/bin/biome`;
  const options = { cwd: folder, encoding: 'utf8', stdio: 'pipe', maxBuffer: 1e8 } as const;
  const args = [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.'];
  try {
    return JSON.parse(execFileSync(process.execPath, args, options)) as Verdict;
  } catch (error) {
    // It ends with an error where a rule is broken; what it printed is the verdict.
    return JSON.parse((error as { stdout: string }).stdout) as Verdict;
  }
}

function sources(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
}

interface Rule {
  readonly includes: readonly string[];
  readonly linter: {
    readonly rules: {
      readonly style: {
        readonly noRestrictedImports: { readonly options: { readonly patterns: readonly { message: string }[] } };
      };
    };
  };
}

const { overrides } = JSON.parse(readFileSync(`${root}biome.boundaries.json`, 'utf8')) as {
  overrides: readonly Rule[];
};
const rules = overrides.map(({ includes, linter }) => ({
  folder: includes.join(),
  message: linter.rules.style.noRestrictedImports.options.patterns[0]?.message ?? '',
}));

describe('the import rules', () => {
  test('hold in the whole tree, and the judge read every file of it', () => {
    const { diagnostics, summary } = judge(root);
    const ours = ['src', 'adapters', 'commands', 'migrations', 'test'].flatMap((folder) => sources(root + folder));
    const read = ours.filter((file) => !file.startsWith('architecture/canary/'));
    expect(diagnostics.filter(({ category }) => category.startsWith('lint/')).map(({ message }) => message)).toEqual(
      [],
    );
    expect(summary.changed + summary.unchanged).toBeGreaterThanOrEqual(read.length);
  });

  const caught = judge(canary).diagnostics;

  test.each(rules)('of $folder are seen when they are broken', ({ message }) => {
    expect(message).not.toBe('');
    expect(caught.filter((one) => one.message === message)).not.toEqual([]);
  });

  test('see every file of the canary tree', () => {
    const blamed = new Set(caught.map(({ location }) => location.path.replace(/^.*canary\//u, '')));
    expect(sources(canary).filter((file) => !blamed.has(file))).toEqual([]);
  });

  test('see circles and packages that nobody declared', () => {
    const at = (category: string) => caught.filter((one) => one.category === category).map((one) => one.location.path);
    expect(at('lint/suspicious/noImportCycles').join()).toContain('cycle-a.ts');
    expect(at('lint/correctness/noUndeclaredDependencies').join()).toContain('undeclared.ts');
  });
});

/** The only files that may name a platform; the rest of the house must not know which there are. */
const mayNamePlatforms = ['config.ts', 'main.ts', 'core/platform.ts'];

test('no file of src but those that must names a platform', () => {
  const offenders = sources(`${root}src`)
    .filter((file) => !mayNamePlatforms.includes(file) && !file.startsWith('cli/'))
    .filter((file) => {
      const code = readFileSync(`${root}src/${file}`, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gmu, '');
      return /['"`](?:slack|discord|terminal)['"`]/iu.test(code);
    });
  expect(offenders).toEqual([]);
});

test('no adapter knows a word of the domain', () => {
  const offenders = sources(`${root}adapters`).filter((file) => {
    const code = readFileSync(`${root}adapters/${file}`, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gmu, '');
    return /\b(?:writers?|deadlines?|rotations?|packet)\b/iu.test(code);
  });
  expect(offenders).toEqual([]);
});
