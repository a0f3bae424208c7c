import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** @typedef {{ name: string, version: string, license: string, text: string }} ThirdParty */

/**
 * The packages of others that some modules come from, by name.
 * @param {Iterable<string>} modules paths of files
 * @returns {readonly ThirdParty[]}
 */
export function thirdPartiesOf(modules) {
  /** @type {Map<string, ThirdParty>} */
  const found = new Map();
  for (const module of modules) {
    const folder = packageOf(module);
    if (folder !== undefined && !found.has(folder)) found.set(folder, readPackage(folder));
  }
  return [...found.values()].sort((one, other) => one.name.localeCompare(other.name));
}

/**
 * What is published beside what others' packages were joined into: their licences ask for it, and no other place tells
 * which version of them is inside.
 * @param {string} whole what they were joined into
 * @param {readonly ThirdParty[]} parties
 */
export function writeNotice(whole, parties) {
  const sections = parties.map(({ name, version, license, text }) => `## ${name} ${version} (${license})\n\n${text}\n`);
  return [`# Joined into ${whole}\n`, ...sections].join('\n');
}

/** @param {string} module */
function packageOf(module) {
  const [, folder] = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(module) ?? [];
  return folder;
}

/**
 * @param {string} folder
 * @returns {ThirdParty}
 */
function readPackage(folder) {
  const manifest = /** @type {{ name: string, version: string, license: string }} */ (
    JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  );
  const { name, version, license } = manifest;
  const file = readdirSync(folder).find((each) => /^licen[cs]e(\.(md|txt))?$/i.test(each));
  if (file === undefined) throw new Error(`${name} ${version} has no licence to publish with it.`);
  return { name, version, license, text: readFileSync(path.join(folder, file), 'utf8').trim() };
}
