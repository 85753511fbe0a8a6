/** Written by the build (tools/build.mjs). */
/** The artifact from the file beside the module, or null where the host reads no files or the file is not there. */
export declare function builtinFile(): Uint8Array | null;
