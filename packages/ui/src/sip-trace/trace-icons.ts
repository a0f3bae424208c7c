/** The icons of the trace alone: it is loaded lazily, and so are they. */
export { LatestIcon } from '../icons/glyphs/arrow-down-to-line.ts';
export { JsonIcon } from '../icons/glyphs/braces.ts';
export { CopyIcon } from '../icons/glyphs/copy.ts';
export { TextFileIcon } from '../icons/glyphs/file-text.ts';
export { PlugIcon } from '../icons/glyphs/plug.ts';
export { TrashIcon as ClearIcon } from '../icons/glyphs/trash-2.ts';
export { UnplugIcon } from '../icons/glyphs/unplug.ts';
export { CloseIcon, PauseIcon } from '../icons/icons.ts';
