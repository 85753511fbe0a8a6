import { readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { NomlmError } from "../errors.js";
import { fileError } from "./input/open.js";
import type { Messages } from "./messages.js";

/** Larger files are no dictionary: the built-in one has 1 MB, a hundred thousand terms have about 20. */
const fileBytesMax = 256 * 1024 * 1024;
/** Folders below a dictionary's folder that are looked into; sources have one level. */
const foldersDeepMax = 3;

/**
 * Reads the source of a dictionary: the CSV and JSON files of a folder.
 * @param folder as the user wrote it
 * @returns path below the folder, with `/` → bytes
 * @throws NOMLM_CLI_FILE
 */
export async function readSourceFolder(folder: string, messages: Messages): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const path of await pathsBelow(folder, "", messages)) {
    if (/\.(csv|json)$/i.test(path)) files.set(path, await readBounded(join(folder, path), messages));
  }
  return files;
}

/**
 * Reads an artifact.
 * @param file as the user wrote it
 * @throws NOMLM_CLI_FILE; whether the bytes are an artifact is checked by who loads them
 */
export async function readArtifact(file: string, messages: Messages): Promise<Uint8Array> {
  return readBounded(file, messages);
}

/** Writes a file so that a reader sees the old bytes or the new ones, never a part. @throws NOMLM_CLI_FILE */
export async function writeWhole(file: string, bytes: Uint8Array, messages: Messages): Promise<void> {
  const aside = `${file}.${process.pid}.part`;
  try {
    await writeFile(aside, bytes);
    await rename(aside, file);
  } catch (error) {
    await rm(aside, { force: true });
    throw fileError(error, file, messages);
  }
}

/** @returns what a path is; null when there is nothing */
export async function kindOfPath(path: string): Promise<"folder" | "file" | null> {
  try {
    return (await stat(path)).isDirectory() ? "folder" : "file";
  } catch {
    return null;
  }
}

async function pathsBelow(folder: string, below: string, messages: Messages, deep = 0): Promise<string[]> {
  const paths: string[] = [];
  for (const entry of await entriesOf(join(folder, below), messages)) {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    if (entry.isFile()) paths.push(path);
    else if (entry.isDirectory() && deep < foldersDeepMax && !entry.name.startsWith("."))
      paths.push(...(await pathsBelow(folder, path, messages, deep + 1)));
  }
  return paths.sort();
}

async function entriesOf(folder: string, messages: Messages) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    throw folderError(error, folder, messages);
  }
}

function folderError(error: unknown, folder: string, messages: Messages): NomlmError {
  const isFile = (error as NodeJS.ErrnoException).code === "ENOTDIR";
  return fileError(isFile ? { code: "ENOTFOLDER" } : error, folder, messages);
}

async function readBounded(file: string, messages: Messages): Promise<Uint8Array> {
  try {
    if ((await stat(file)).size > fileBytesMax) throw Object.assign(new Error(), { code: "ETOOBIG" });
    return await readFile(file);
  } catch (error) {
    throw fileError(error, file, messages);
  }
}
