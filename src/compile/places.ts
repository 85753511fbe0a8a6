/** First two digits of GB/T 2260 codes: the provinces, regions and municipalities, with 71 台湾, 81 香港, 82 澳门. */
const provinces: ReadonlySet<string> = new Set([
  "11",
  "12",
  "13",
  "14",
  "15",
  "21",
  "22",
  "23",
  "31",
  "32",
  "33",
  "34",
  "35",
  "36",
  "37",
  "41",
  "42",
  "43",
  "44",
  "45",
  "46",
  "50",
  "51",
  "52",
  "53",
  "54",
  "61",
  "62",
  "63",
  "64",
  "65",
  "71",
  "81",
  "82",
]);

/** Is this a six-digit code by the structure of GB/T 2260: a province, then city and county, no county without a city? */
export function isPlaceCode(code: string): boolean {
  return /^\d{6}$/.test(code) && provinces.has(code.slice(0, 2)) && (code.slice(2, 4) !== "00" || code.slice(4) === "00");
}

/** `CN`, `TW`, `HK`, `MO`, another ISO 3166-1 alpha-2 code, or a GB/T 2260 code. */
export function isJurisdiction(code: string): boolean {
  return /^[A-Z]{2}$/.test(code) || isPlaceCode(code);
}
