/**
 * @param text `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; also `YYYY/M/D`, which is what Excel makes of the last
 * @returns the date with dashes and leading zeros, or null where it is none
 */
export function readDate(text: string): string | null {
  const found = /^(\d{4})(?:([-/])(\d{1,2})(?:\2(\d{1,2}))?)?$/.exec(text);
  if (found === null) return null;
  const [, year, separator, month, day] = found;
  if (month === undefined) return year;
  const strict = separator === "-";
  if (strict && (month.length < 2 || (day !== undefined && day.length < 2))) return null;
  if (Number(month) < 1 || Number(month) > 12) return null;
  if (day === undefined) return strict ? `${year}-${month}` : null;
  if (Number(day) < 1 || Number(day) > daysIn(Number(year), Number(month))) return null;
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** @returns the date where it names a day, else null */
export function readDay(text: string): string | null {
  const date = readDate(text);
  return date !== null && date.length === 10 ? date : null;
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
