/**
 * Longest line, and longest row of a CSV. A single line of 50 MB is real (an export without line ends); at 64 MiB memory
 * stays under half a gigabyte, since a string takes up to two bytes where the line took one.
 */
export const lineBytesMax = 64 * 1024 * 1024;

/** Levels of brackets in a line of ndjson; what people and programs write has a handful. Also what writing JSON by recursion can do. */
export const jsonLevelsMax = 1000;

/** Largest file that is read as one document (`--input text`); larger ones are read line by line. Same reason. */
export const textBytesMax = lineBytesMax;
