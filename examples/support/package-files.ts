import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The part of a package's manifest that is looked at. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly type: string;
  readonly sideEffects: boolean | readonly string[];
  readonly engines: { readonly node: string };
  readonly publishConfig: { readonly access: string; readonly provenance: boolean };
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly bin?: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** Reads the manifest of an installed package. */
export function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest;
}

/** Files that `exports` and `bin` name and that are not there; what our repository resolves to its sources is not counted. */
export function missingTargets(folder: string): readonly string[] {
  const { exports, bin = {} } = manifestOf(folder);
  const targets = Object.values(exports).flatMap((each) =>
    typeof each === 'string'
      ? [each]
      : Object.entries(each).flatMap(([condition, target]) => (condition === 'hookswitch-source' ? [] : [target])),
  );
  return [...targets, ...Object.values(bin)].filter((target) => !existsSync(path.join(folder, target)));
}

/** The packages of others whose code lies in a package's files, as their source maps tell; by name, each once. */
export function joinedInto(folder: string): ReadonlySet<string> {
  const sources = mapsIn(folder).flatMap((file) => readMap(folder, file).sources);
  return new Set(sources.flatMap((source) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1] ?? []));
}

interface SourceMap {
  readonly sources: readonly string[];
  readonly sourceRoot?: string;
  readonly sourcesContent?: readonly (string | null)[];
}

/** Source maps, and those of their sources that neither lie in the package nor in the map. */
export function mapsOf(folder: string): { readonly maps: number; readonly lost: readonly string[] } {
  const files = mapsIn(folder);
  const lost = files.flatMap((file) => {
    const map = readMap(folder, file);
    return map.sources
      .filter((source, at) => {
        const target = path.resolve(folder, path.dirname(file), map.sourceRoot ?? '', source);
        return typeof map.sourcesContent?.[at] !== 'string' && !existsSync(target);
      })
      .map((source) => `${file}: ${source}`);
  });
  return { maps: files.length, lost };
}

function mapsIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.map'));
}

function readMap(folder: string, file: string): SourceMap {
  return JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as SourceMap;
}
