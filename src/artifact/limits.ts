/** Limits of the container, each with its reason. */

/** Largest artifact: a million terms take about 60 MB; offsets stay well below 2^31. */
export const artifactBytesMax = 512 * 1024 * 1024;
/** Most sections: formats use about twenty. */
export const sectionsMax = 64;
