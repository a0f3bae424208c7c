import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** What an application takes of a package. */
export interface Import {
  /** As it is written after `from`. */
  readonly from: string;
  /** What stands between `import` and `from`; everything when left out. */
  readonly names?: string | undefined;
  /** Packages that are not counted. */
  readonly ignore?: readonly string[] | undefined;
  /** Whether parts that are fetched later count, too. */
  readonly whole?: boolean | undefined;
}

/** How many octets an import brings into an application, minified and compressed with gzip. */
export async function weigh(folder: string, { from, names, ignore = [], whole = false }: Import): Promise<number> {
  const everything = `export * from ${JSON.stringify(from)}`;
  const contents = names === undefined || names === '*' ? everything : `export ${names} from ${JSON.stringify(from)}`;
  const { outputFiles } = await build({
    stdin: { contents: from.endsWith('.css') ? `import ${JSON.stringify(from)}` : contents, resolveDir: folder },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    outdir: folder,
    external: [...ignore],
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: whole
      ? []
      : [
          {
            name: 'fetched-later',
            setup: (builder) => {
              builder.onResolve({ filter: /.*/ }, ({ kind, path }) =>
                kind === 'dynamic-import' ? { path, external: true } : undefined,
              );
            },
          },
        ],
  });
  const counted = outputFiles.filter(({ path }) => path.endsWith('.css') === from.endsWith('.css'));
  return counted.reduce((sum, { contents: octets }) => sum + gzipSync(octets, { level: 9 }).length, 0);
}
