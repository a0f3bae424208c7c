/**
 * The import-direction rule. It works on paths alone: no resolver, no file system, so it costs next to nothing.
 *
 * 1. A folder of sip-core imports only from those above it in `sipCoreLayers`.
 * 2. react-sip and sip-core never import what stands above them.
 * 3. A package reaches another one by its name, never by a path into it.
 */
import path from 'node:path';

/** Top to bottom: each may import from those above it, and from itself. `platform` is every file at the root of src. */
export const sipCoreLayers = [
  'platform',
  'base',
  'message',
  'auth',
  'transport',
  'transaction',
  'dialog',
  'user-agent',
  'registration',
  'session',
  'transfer',
  'dtmf',
  'messaging',
  'subscription',
  'media',
  'ua',
  'tabs',
  'testing',
];

/** Where the order in the list is not the whole story. */
export const sipCoreExceptions = {
  /** The seam: these may know the shape of the media side, as types, through this one file. */
  seam: { from: ['user-agent', 'session'], file: 'media/session-description-handler' },
  /** Media is a leaf under the protocol, although it stands late in the list. */
  only: /** @type {Record<string, readonly string[]>} */ ({ media: ['base', 'platform', 'message'] }),
};

/** Packages a package must not import, because they are built on top of it. */
export const packageDirection = /** @type {Record<string, readonly string[]>} */ ({
  'packages/sip-core': ['@hookswitch/react-sip', '@hookswitch/ui', '@hookswitch/demo', 'react', 'react-dom', 'zustand'],
  'packages/react-sip': ['@hookswitch/ui', '@hookswitch/demo'],
  'packages/ui': ['@hookswitch/demo'],
});

const workspacePattern = /^(packages\/[^/]+|apps\/[^/]+|bench|interop)(?:\/|$)/;

/** @param {string} file path relative to the repository, with slashes */
const workspaceOf = (file) => workspacePattern.exec(file)?.[1];

/** @param {string} file path relative to sip-core/src */
const layerOf = (file) => {
  const slash = file.indexOf('/');
  if (slash > 0) return file.slice(0, slash);
  return /^index(\.|$)/.test(file) ? undefined : 'platform';
};

/**
 * Says what is wrong with an import, or nothing.
 * @param {{ file: string, specifier: string, typeOnly: boolean }} input `file` is relative to the repository
 * @returns {string | undefined}
 */
export function checkImport({ file, specifier, typeOnly }) {
  const from = workspaceOf(file);
  if (from === undefined) return undefined;

  if (!specifier.startsWith('.')) {
    const name = specifier.startsWith('@') ? specifier.split('/').slice(0, 2).join('/') : specifier.split('/')[0];
    if (name !== undefined && packageDirection[from]?.includes(name)) {
      return `${from} must not import ${name}: the dependency points the other way.`;
    }
    if (/^@hookswitch\/[^/]+\/(src|dist)(\/|$)/.test(specifier)) {
      return `Import ${String(name)} by its name: ${specifier} reaches into its insides.`;
    }
    return undefined;
  }

  const target = path.posix.join(path.posix.dirname(file), specifier);
  const to = workspaceOf(target);
  if (to !== undefined && to !== from) return `Import ${to} by its package name, not by a path into it.`;
  if (to === undefined || from !== 'packages/sip-core') return undefined;

  const root = 'packages/sip-core/src/';
  if (!file.startsWith(root) || !target.startsWith(root) || /\.test\.tsx?$/.test(file)) return undefined;
  const inner = target.slice(root.length);
  const layer = layerOf(file.slice(root.length));
  const targetLayer = layerOf(inner);
  if (layer === undefined || layer === targetLayer) return undefined;
  if (targetLayer === undefined) return `${layer} must not import the package's own door, index.ts.`;

  const { seam, only } = sipCoreExceptions;
  if (typeOnly && seam.from.includes(layer) && inner.replace(/\.ts$/, '') === seam.file) return undefined;
  const position = sipCoreLayers.indexOf(layer);
  if (position < 0) return `${layer} is not in the list of sip-core layers; add it to scripts/lint/boundaries.mjs.`;
  const allowed = only[layer] ?? sipCoreLayers.slice(0, position);
  if (allowed.includes(targetLayer)) return undefined;
  return `${layer} must not import ${targetLayer}; it may import from: ${allowed.join(', ') || 'nothing'}.`;
}

/**
 * What the rule reads of a node, with typescript-eslint's fields.
 * @typedef {import('eslint').Rule.Node & {
 *   source?: { value?: unknown } | null,
 *   importKind?: string,
 *   exportKind?: string,
 *   specifiers?: { importKind?: string, exportKind?: string }[],
 * }} Importing
 */

/** @type {import('eslint').Rule.RuleModule} */
const rule = {
  meta: { type: 'problem', schema: [], messages: { direction: '{{ reason }}' } },
  create(context) {
    const file = path.relative(context.cwd, context.filename).split(path.sep).join('/');
    /**
     * @param {Importing} node
     * @param {boolean} typeOnly
     */
    const check = (node, typeOnly) => {
      const specifier = node.source?.value;
      if (typeof specifier !== 'string') return;
      const reason = checkImport({ file, specifier, typeOnly });
      if (reason !== undefined) context.report({ node, messageId: 'direction', data: { reason } });
    };
    /** @param {import('eslint').Rule.Node} input */
    const declaration = (input) => {
      const node = /** @type {Importing} */ (input);
      const names = node.specifiers ?? [];
      const everyNameIsAType =
        names.length > 0 && names.every((each) => each.importKind === 'type' || each.exportKind === 'type');
      check(node, node.importKind === 'type' || node.exportKind === 'type' || everyNameIsAType);
    };
    return {
      ImportDeclaration: declaration,
      ExportNamedDeclaration: declaration,
      ExportAllDeclaration: declaration,
      /** @param {import('eslint').Rule.Node} node */
      ImportExpression: (node) => {
        check(/** @type {Importing} */ (node), false);
      },
      /** `import('...')` inside a type. @param {import('eslint').Rule.Node} node */
      TSImportType: (node) => {
        check(/** @type {Importing} */ (node), true);
      },
    };
  },
};

export const boundaries = { meta: { name: 'hookswitch' }, rules: { direction: rule } };
