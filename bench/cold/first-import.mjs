/** In a process of its own: loads a library, and says what that took of the CPU. */
const before = process.cpuUsage();
const library = await import(process.argv[2] ?? '');
const { user, system } = process.cpuUsage(before);
process.send?.({ imported: user + system, names: Object.keys(library).length });
process.disconnect();
