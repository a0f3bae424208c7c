/** The icons of the trace alone: it is loaded lazily, and so are they. */
export { default as LatestIcon } from 'lucide-react/icons/arrow-down-to-line';
export { default as JsonIcon } from 'lucide-react/icons/braces';
export { default as CopyIcon } from 'lucide-react/icons/copy';
export { default as TextFileIcon } from 'lucide-react/icons/file-text';
export { default as PlugIcon } from 'lucide-react/icons/plug';
export { default as ClearIcon } from 'lucide-react/icons/trash-2';
export { default as UnplugIcon } from 'lucide-react/icons/unplug';
export { CloseIcon, PauseIcon } from '../icons/icons.ts';
