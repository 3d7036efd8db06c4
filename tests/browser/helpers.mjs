/** Helpers shared by several specs. */
import { expect } from "@playwright/test";
import { pattern, t } from "./pseudo.mjs";

/** Waits until the calculator is shown, and checks that it is not empty. */
export async function expectMounted(element) {
  await element.evaluate((calculator) => customElements.whenDefined(calculator.localName));
  await element.evaluate((calculator) => calculator.ready.then(() => true));
  expect(await isMounted(element)).toBe(true);
}

/**
 * Leaves a page and comes back to it, with only the form state restored. In Firefox this is a reload, because its automation supports
 * nothing else, and waits for a load that does not come.
 */
export async function leaveAndReturn(page, browserName) {
  if (browserName === "firefox") {
    await page.evaluate(() => {
      globalThis.isLeft = true;
      location.reload();
    });
    await page.waitForFunction(() => !globalThis.isLeft);
    return;
  }
  await page.goto("/pages/no-element.html");
  await page.goBack({ waitUntil: "commit" });
}

/** Returns the root element of a calculator. */
export const frameOf = (element) => element.locator("[part~=calculator]");

/** Returns true if an element shows a calculator. */
export async function isMounted(element) {
  return (await frameOf(element).locator("> *").count()) > 0;
}

/** Waits until the browser has painted all changes. */
export async function drawn(page) {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** Opens the page at this address again, without state that survives a reload, such as that of forms. */
export async function openAnew(page) {
  const address = page.url();
  await page.goto("about:blank");
  await page.goto(address);
}

/** Holds back a part of the wasm until the returned function is called. */
export async function holdPart(page, part = "answer") {
  let release;
  const released = new Promise((done) => (release = done));
  await page.route(`**/takeon-${part}-*`, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

/** Returns the events and policy violations that pages/record.js has recorded so far. */
export async function recorded(page, type) {
  return page.evaluate((type) => globalThis.recorded.filter((event) => event.type === type), type);
}

/** Waits for the first event of a kind, which may have happened already, and returns its detail. */
export async function firstDetail(page, type) {
  await expect.poll(async () => (await recorded(page, type)).length, { timeout: 10_000 }).toBeGreaterThan(0);
  return (await recorded(page, type))[0].detail;
}

/** Records the console, errors and requests of a page from now on. */
export function listen(page) {
  const heard = { messages: [], errors: [], requests: [] };
  page.on("console", (message) => heard.messages.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => heard.errors.push(error.message));
  page.on("request", (request) => heard.requests.push(request.url()));
  return heard;
}

/** Returns the marks of the steps, in order. `root` is a page, a frame or a calculator. */
export const marks = (root) => root.getByRole("navigation", { name: t("Steps") }).getByRole("button");

/** Leaves the sentence of the start for the steps. */
export async function stepByStep(root) {
  await root.getByRole("button", { name: t("or step by step"), exact: true }).click();
  await expect(marks(root).first()).toBeVisible();
}

/** Goes to a step, from another one or from the start. */
export async function toStep(root, name) {
  const start = root.getByRole("button", { name: t("or step by step"), exact: true });
  await expect(start.or(marks(root).first())).toBeVisible();
  if (await start.isVisible()) await stepByStep(root);
  await root
    .getByRole("navigation", { name: t("Steps") })
    .getByRole("button", { name: t(name) })
    .click();
}

/** Returns the checkbox of a wish or a service. */
export const wish = (root, name) =>
  root.getByRole("list", { name: t("Your wish list and our services") }).getByRole("checkbox", { name, exact: true });

/** Returns the row of a wish. */
export const wishRow = (root, name) =>
  root
    .getByRole("list", { name: t("Your wish list and our services") })
    .getByRole("listitem")
    .filter({ has: root.getByRole("checkbox", { name, exact: true }) });

/** Returns the field for typing and pasting wishes. */
export const wishField = (root) => root.getByRole("textbox", { name: t("Search, or paste a list") });

/** Returns a pattern for a message with a number. */
const counted = (text) => {
  const [before, after] = t(text).split("{n}");
  return pattern`^${before}\d+${after}$`;
};

/** Returns the folded section of less important conditions. */
export const moreQuestions = (root) => root.locator("[part~=questions]").getByText(counted("{n} more"));

/** Returns the button that shows the other services. */
export const moreServices = (root) => root.getByRole("button", { name: counted("Show {n} more") });

/** Opens the menu of actions on the whole brief, and returns it. */
export async function openMenu(root) {
  const undo = root.getByLabel(t("Open a file"));
  if (!(await undo.isVisible())) await root.getByText(t("More"), { exact: true }).click();
  await expect(undo).toBeVisible();
}

/** Opens a folded section of the answer, if it is not open yet. */
export async function unfold(root, name) {
  const title = root.getByRole("region", { name: t("The answer") }).getByRole("heading", { name: t(name), exact: true });
  if (!(await title.evaluate((title) => title.closest("details").open))) await title.click();
}
