import { ar } from '../labels/ar.ts';
import { de } from '../labels/de.ts';
import { en } from '../labels/en.ts';
import { es } from '../labels/es.ts';
import { fr } from '../labels/fr.ts';
import { ja } from '../labels/ja.ts';
import type { Labels } from '../labels/labels.ts';
import { pt } from '../labels/pt.ts';
import { pseudoLabels } from './pseudo-labels.ts';

/** Every language there is, by its tag, and the pseudo-locale. */
export const allLanguages: Readonly<Record<string, Labels>> = { en, de, fr, es, pt, ja, ar, pseudo: pseudoLabels };
