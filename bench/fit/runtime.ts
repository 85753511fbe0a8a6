/** What fitting needs of the sources: bundled by bundle.mjs, since no door offers it. */
export { readContainer } from "../../src/artifact/container.js";
export { compileDictionary } from "../../src/compile/compile.js";
export { legalElements, supportElements } from "../../src/dictionary/model.js";
export { appraise } from "../../src/rules/appraise.js";
export { featureKey, featureSymbols, featuresOf } from "../../src/rules/features.js";
export { readyRule } from "../../src/rules/find-rules.js";
export { detectorElements, heads, weightColumns, weightScale, windowSlack, windowStep, windowUnits } from "../../src/rules/model.js";
export { openRules } from "../../src/rules/open.js";
export { readPassage } from "../../src/rules/passage.js";
export { slotKinds } from "../../src/rules/slots.js";
export { openLayer } from "../../src/scan/layer.js";
export { Scanner } from "../../src/scan/scanner.js";
