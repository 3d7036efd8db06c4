/** Reader of Excel workbooks whose sheets are tables. */

import { unzipSync } from "fflate";

/** Most unpacked bytes of a workbook, and most rows of a sheet. */
const [LARGEST, LONGEST] = [100_000_000, 100_000];

/** Built-in formats of dates, times and percents, by number. Source: ECMA-376, 18.8.30. */
const BUILT_IN = {
  9: "0%",
  10: "0.00%",
  14: "d/m/y",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "d/m/y h:mm",
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mm:ss.0",
};

/**
 * Returns the tables of a workbook: name and text of each visible sheet that is not empty. Tabs separate cells, and a row is on the line
 * of its number.
 *
 * @param {Uint8Array} bytes
 * @returns {{ name: string, text: string }[]}
 */
export function sheets(bytes) {
  let size = 0;
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!/\.(xml|rels)$/i.test(name)) return false;
      size += originalSize;
      if (size > LARGEST) throw new Error("the workbook is too large");
      return true;
    },
  });
  const book = related(files, "").find(({ type }) => type === "officeDocument");
  if (!book) throw new Error("there is no workbook in it");
  const parts = related(files, book.path);
  const part = (type) => {
    const found = parts.find((one) => one.type === type);
    return found && parsed(files, found.path);
  };
  const workbook = parsed(files, book.path);
  const strings = all(part("sharedStrings"), "si").map(words);
  const formats = formatsOf(part("styles"));
  const is1904 = all(workbook, "workbookPr").some((it) => isTrue(it.getAttribute("date1904")));
  return all(workbook, "sheet").flatMap((sheet) => {
    const id = [...sheet.attributes].find(({ localName, prefix }) => localName === "id" && prefix)?.value;
    const place = parts.find((part) => part.id === id && part.type === "worksheet");
    if (!place || (sheet.hasAttribute("state") && sheet.getAttribute("state") !== "visible")) return [];
    const text = table(parsed(files, place.path), { strings, formats, is1904 });
    return text ? [{ name: sheet.getAttribute("name") ?? "", text }] : [];
  });
}

/** Returns the files that a file of the workbook refers to, each with its type. */
function related(files, path) {
  const cut = path.lastIndexOf("/") + 1;
  const [folder, name] = [path.slice(0, cut), path.slice(cut)];
  const list = `${folder}_rels/${name}.rels`;
  if (!files[list]) return [];
  return all(parsed(files, list), "Relationship").map((it) => ({
    id: it.getAttribute("Id"),
    type: it.getAttribute("Type").split("/").at(-1),
    path: new URL(it.getAttribute("Target"), `file:///${folder}`).pathname.slice(1),
  }));
}

/** Returns the XML document in a file. */
function parsed(files, path) {
  const bytes = files[path] ?? files[decodeURI(path)];
  if (!bytes) throw new Error(`${path} is missing`);
  const read = new DOMParser().parseFromString(new TextDecoder().decode(bytes), "application/xml");
  if (all(read, "parsererror").length > 0) throw new Error(`${path} is no XML`);
  return read;
}

/** Returns all elements of a name, with any prefix. */
function all(within, name) {
  return within ? [...within.getElementsByTagNameNS("*", name)] : [];
}

const isTrue = (value) => value === "1" || value === "true";

/** Returns the text of an item with several runs, without its phonetic runs. */
function words(item) {
  const spoken = all(item, "t").filter((it) => it.parentElement.localName !== "rPh");
  const text = spoken.map((it) => it.textContent).join("");
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) => String.fromCharCode(parseInt(code, 16)));
}

/** Returns the number format of each cell style. */
function formatsOf(styles) {
  const own = new Map(all(styles, "numFmt").map((it) => [it.getAttribute("numFmtId"), it.getAttribute("formatCode")]));
  const cells = all(styles, "cellXfs")[0];
  return all(cells, "xf").map((it) => {
    const id = it.getAttribute("numFmtId") ?? "0";
    return own.get(id) ?? BUILT_IN[id] ?? "General";
  });
}

/** Returns the visible rows and columns of a sheet as text, empty if there are none. */
function table(sheet, { strings, formats, is1904 }) {
  const hidden = all(sheet, "col")
    .filter((it) => isTrue(it.getAttribute("hidden")))
    .map((it) => [Number(it.getAttribute("min")), Number(it.getAttribute("max"))]);
  const rows = [];
  let last = 0;
  for (const row of all(sheet, "row")) {
    last = Number(row.getAttribute("r") ?? last + 1);
    if (isTrue(row.getAttribute("hidden"))) continue;
    const cells = [];
    let column = 0;
    for (const cell of all(row, "c")) {
      column = columnOf(cell.getAttribute("r")) ?? column + 1;
      if (hidden.some(([from, to]) => from <= column && column <= to)) continue;
      const said = content(cell, strings, formats, is1904);
      if (said.text) cells[column - 1] = said;
    }
    if (cells.length === 0) continue;
    if (last > LONGEST) throw new Error("a sheet is too long");
    rows[last - 1] = cells;
  }
  // Numbers that were typed as text show the decimal separator of the sheet.
  const isGerman = ({ text, isNumber }) => !isNumber && /^\D*[\d.]*,\d{1,2}\D*$/.test(text);
  const decimal = rows.some((row) => row?.some((cell) => cell && isGerman(cell))) ? "," : ".";
  const written = (cell) => {
    const text = cell?.isNumber ? cell.text.replace(".", decimal) : (cell?.text ?? "");
    return /[",;|]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return Array.from(rows, (row) => Array.from(row ?? [], written).join("\t")).join("\n");
}

/** Returns the number of the column in a cell's name, such as 28 for AB7. */
function columnOf(name) {
  const letters = /^[A-Z]+/.exec(name ?? "")?.[0];
  return letters && [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** Returns the text that a cell shows, on one line. */
function content(cell, strings, formats, is1904) {
  const [kind, value] = [cell.getAttribute("t") ?? "n", all(cell, "v")[0]?.textContent ?? ""];
  if (kind === "n" && value.trim() && Number.isFinite(Number(value))) {
    return shown(Number(value), formats[Number(cell.getAttribute("s") ?? 0)] ?? "General", is1904);
  }
  const texts = {
    s: () => strings[Number(value)] ?? "",
    inlineStr: () => words(cell),
    b: () => (isTrue(value) ? "TRUE" : "FALSE"),
  };
  const text = texts[kind]?.() ?? value.replace(/T00:00:00(\.0+)?Z?$/, "");
  return { text: text.replace(/\s+/g, " ").trim(), isNumber: false };
}

/**
 * Returns a number as text: dates and times in ISO 8601, durations in hours and minutes, and all others with all of their digits and with
 * the currency or unit of the format.
 */
export function shown(value, format, is1904) {
  const sections = format.match(/(?:"[^"]*"|\\.|[^;])+|(?<=^|;)(?=;|$)/g) ?? ["General"];
  const place = value > 0 ? 0 : value < 0 ? 1 : 2;
  const section = sections[place] ?? sections[0];
  const tokens = section.match(/"[^"]*"|\\.|[_*].|\[[^\]]*\]|AM\/PM|A\/P|General|E[+-]|y+|m+|d+|h+|s+|[0#?.,]+|[^]/gi) ?? [];
  const clock = tokens.filter((token) => /^(y+|m+|d+|h+|s+|\[(h+|m+|s+)\])$/i.test(token)).map((token) => token.toLowerCase());
  if (clock.length > 0) return { text: moment(value, clock, is1904), isNumber: false };
  const digits = tokens.filter((token) => /^[0#?.,]*[0#?][0#?.,]*$/.test(token));
  const isPlain = tokens.some((token) => /^general$/i.test(token));
  const beside = (tokens) => tokens.map(literal).join("");
  // A format with only room for digits shows nothing as a dash.
  if ((digits.length === 0 && !isPlain) || (value === 0 && digits.length > 0 && digits.every((token) => /^\?+$/.test(token)))) {
    return tokens.includes("@") ? { text: written(value), isNumber: true } : { text: beside(tokens).trim(), isNumber: false };
  }
  const percents = tokens.filter((token) => token === "%").length;
  const thousands = isPlain ? 0 : (/(,+)(?:\.|$)/.exec(digits.join(""))?.[1].length ?? 0);
  const number = written((Math.abs(value) * 100 ** percents) / 1000 ** thousands);
  const at = tokens.findIndex((token) => token === digits[0] || /^general$/i.test(token));
  const text = `${value < 0 ? "-" : ""}${beside(tokens.slice(0, at))}${number}${beside(tokens.slice(at + 1))}`;
  return { text: text.replace(/\s+/g, " ").trim(), isNumber: true };
}

/** Returns a number as text without an exponent, and never with three decimals, which could be thousands. */
function written(value) {
  const text = String(Number(value.toPrecision(15)));
  return /\.\d{3}$/.test(text) ? `${text}0` : text;
}

/** Returns the text that a token of a format adds to a number, such as a unit or a currency. */
function literal(token) {
  if (token.startsWith('"')) return token.slice(1, -1);
  if (token.startsWith("\\")) return /[-()]/.test(token[1]) ? "" : token[1];
  const currency = /^\[\$([^-\]]*)/.exec(token);
  if (currency) return currency[1];
  return /^[%$€£¥ ]$/.test(token) ? token : "";
}

/** Returns a date, a time or a duration as text. Days are counted as in Excel, for which 1900 had a 29 February. */
function moment(value, clock, is1904) {
  const isMinute = (index) => /h/.test(clock[index - 1] ?? "") || /s/.test(clock[index + 1] ?? "");
  const isDay = clock.some((token, index) => /^[yd]/.test(token) || (/^m/.test(token) && !isMinute(index)));
  const isLength = clock.some((token) => token.startsWith("["));
  const isClock = isLength || clock.some((token) => /^[hs]/.test(token));
  const seconds = Math.round(Math.abs(value) * 86_400);
  if (value < 0 && !isLength) return written(value);
  const [days, rest] = [Math.floor(seconds / 86_400), seconds % 86_400];
  const two = (number) => String(Math.floor(number)).padStart(2, "0");
  const hours = isLength ? Math.floor(seconds / 3600) : isDay ? two(rest / 3600) : Math.floor(rest / 3600);
  const hasSeconds = clock.some((token) => /s/.test(token));
  const time = `${value < 0 ? "-" : ""}${hours}:${two((rest / 60) % 60)}${hasSeconds ? `:${two(rest % 60)}` : ""}`;
  if (!isDay) return time;
  const first = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  const date = new Date(first + days * 86_400_000).toISOString().slice(0, 10);
  return isClock ? `${date} ${time}` : date;
}
