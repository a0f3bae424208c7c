export { nodePlatform, type NodePlatformOptions } from './node-platform.ts';
