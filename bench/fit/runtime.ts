/** What fitting needs of the sources: bundled by run.mjs, since no door offers it. */
export { buildLexicon } from "../../src/compile/lexicon-build.js";
export { featuresOf } from "../../src/rules/features.js";
export { windowSlack, windowStep, windowUnits } from "../../src/rules/model.js";
export { readPassage } from "../../src/rules/passage.js";
