/** Written by the build from dict/ (tools/build.mjs); loaded only when a filter asks for the built-in dictionary. */
/** The artifact in base64. */
export declare const builtinArtifact: string;
