/** Accessibility of every step and every kind of answer, checked by axe in both themes, on a phone and on a desktop. */
import { readFileSync } from "node:fs";
import { axe } from "./axe.mjs";
import { expectMounted, frameOf, marks, moreServices, stepByStep, toStep, wish, wishField } from "./helpers.mjs";
import { expect, t, test } from "./pseudo.mjs";

const TERMS = JSON.parse(readFileSync(new URL("../../static/terms/web-studio.json", import.meta.url))).terms;

/**
 * Returns the findings of axe in the calculator, including undecided ones, except the contrast of text in drawings, which
 * picture.spec.mjs measures.
 */
async function findings(page, colorScheme) {
  const { violations, incomplete } = await axe(page, colorScheme).include("takeon-calculator").analyze();
  // The strip is under the head until that has been scrolled away, which a short page never does.
  const isUnderHead = ({ html, failureSummary }) => html.startsWith("<strong") && failureSummary?.includes("overlapped");
  for (const rule of incomplete.filter(({ id }) => id === "color-contrast")) {
    rule.nodes = rule.nodes.filter((node) => !node.html.startsWith("<text") && !isUnderHead(node));
  }
  return [...violations, ...incomplete.filter(({ nodes }) => nodes.length > 0)].map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map((node) => `${node.target.flat().join(" ")} (${node.failureSummary ?? ""})`).join("; ")}`,
  );
}

for (const colorScheme of ["light", "dark"]) {
  for (const [device, viewport] of [
    ["desktop", { width: 1280, height: 900 }],
    ["phone", { width: 360, height: 740 }],
  ]) {
    test(
      `axe finds no violations in any step, ${colorScheme}, on a ${device}`,
      { tag: "@once" },
      async ({ page, browserName }) => {
        test.skip(browserName === "firefox", "the same page; once is enough");
        test.setTimeout(240_000);
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await page.setViewportSize(viewport);
        await page.goto("/pages/plain.html");
        await expectMounted(page.locator("#a"));
        const look = async (what) => {
          // At the end of the page, the bar covers nothing.
          await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
          let found = await findings(page, colorScheme);
          if (found.length > 0) {
            // At its top, neither does the strip of the answer.
            await page.evaluate(() => scrollTo(0, 0));
            const again = await findings(page, colorScheme);
            found = found.filter((one) => again.includes(one));
          }
          expect(found, what).toEqual([]);
        };
        const next = () => page.getByRole("button", { name: /^(Next|See the answer|Answer)$/ }).click();
        await look("start");
        await page
          .getByRole("button", { name: "See where I stand" })
          .or(page.getByRole("button", { name: "Answer", exact: true }))
          .click();
        await look("start without a wish");
        await page.getByRole("button", { name: "when?" }).click();
        await look("date at the start");
        await page.getByText("More", { exact: true }).click();
        await look("menu");
        await stepByStep(page);
        await look("purpose");
        await page.getByRole("radio", { name: "Sell online" }).check();
        await next();
        await look("services");
        await moreServices(page).click();
        for (const name of ["Custom online shop", "Forum or members’ area"]) await wish(page, name).check();
        await wishField(page).fill("newsletter, blog, Something of ours");
        await look("wishes found");
        await page.getByRole("button", { name: "Add as 3 items" }).click();
        await look("a list that was pasted");
        await page.getByRole("button", { name: "Use these" }).click();
        await page.getByRole("button", { name: "Change Something of ours" }).click();
        await page.getByLabel("What is it?").fill("");
        await look("wishes");
        await next();
        await look("what to mend");
        await page.getByLabel("What is it?").fill("Archive");
        await next();
        await page.getByLabel("A date or a number of weeks").fill("when it rains");
        await look("date with a problem");
        await page.getByLabel("A date or a number of weeks").fill("9");
        await next();
        await page.getByRole("radio", { name: "A fixed price" }).check();
        await page.getByLabel(/^Roughly how much/).fill("9000");
        await next();
        await look("care");
        await next();
        await page.getByRole("checkbox", { name: "First place in search results" }).check();
        await look("promises");
        await next();
        await look("conditions");
        await next();
        await look("answer");
        await page.getByRole("button", { name: "Try it" }).first().click();
        await look("offer tried on");
        await page.getByRole("button", { name: "Keep this version to compare" }).click();
        await page.getByText("What this is based on").click();
        await look("two versions");
        await page.getByRole("button", { name: /^Send this to/ }).click();
        await look("reply");
        await page.getByRole("textbox", { name: "The letter" }).fill("Changed.");
        await page.getByRole("textbox", { name: "Your name" }).fill("Kim");
        await page.getByRole("button", { name: "Copy a link to this brief" }).click();
        await look("reply that was changed");
        await page.evaluate(() => (location.hash = "takeon=1.000000~w_blog~z"));
        await page.getByRole("button", { name: "Open the link" }).waitFor();
        await look("link that brings another brief");
      },
    );
  }
}

test("nothing is wider than a phone, down to 280 px, with every step filled in", async ({ page }) => {
  await page.goto("/pages/plain.html");
  const calculator = page.locator("#a");
  await expectMounted(calculator);
  await stepByStep(page);
  for (const width of [280, 320, 400, 760, 1200]) {
    await page.setViewportSize({ width: width + 16, height: 640 });
    const steps = marks(page);
    for (let step = 0; step < 7; step++) {
      await steps.nth(step).click();
      const wide = await frameOf(calculator).evaluate((frame) => frame.scrollWidth - frame.clientWidth);
      expect(wide, `step ${step + 1} at ${width} px`).toBeLessThanOrEqual(0);
    }
  }
});

/** Text spacing that visitors may set (WCAG 1.4.12). */
const SPACING = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }";

for (const [what, css, width] of [
  ["with wide text spacing", SPACING, 360],
  ["with text at 200 %", "[part~=calculator] { font-size: 32px !important }", 360],
  ["at a zoom of 400 %", "", 320],
]) {
  test(`nothing is cut off or overlaps ${what}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    await page.goto("/pages/plain.html");
    const calculator = page.locator("#a");
    await expectMounted(calculator);
    await page.getByRole("button", { name: t("A simple blog for a writer") }).click();
    const frame = frameOf(calculator);
    await frame.evaluate((frame, css) => {
      frame.before(Object.assign(frame.ownerDocument.createElement("style"), { textContent: css }));
    }, css);
    const cut = () =>
      frame.evaluate((frame) => {
        const found = [...frame.querySelectorAll("*")]
          // Text for screen readers is always cut off, and fields scroll.
          .filter((node) => node.checkVisibility() && !node.closest("svg, .for-listeners, input, textarea"))
          // The preceding row has the complete text.
          .filter((node) => getComputedStyle(node).textOverflow !== "ellipsis")
          .filter((node) => node.scrollWidth > node.clientWidth + 1 && getComputedStyle(node).overflowX !== "visible")
          .map((node) => `${node.className}: ${node.innerText.slice(0, 40)}`);
        return frame.scrollWidth > frame.clientWidth ? [...found, "the calculator"] : found;
      });
    expect(await cut(), "start").toEqual([]);
    await stepByStep(page);
    for (let step = 0; step < 7; step++) {
      await marks(page).nth(step).click();
      expect(await cut(), `step ${step + 1}`).toEqual([]);
    }
    await page.getByRole("button", { name: t("Answer"), exact: true }).click();
    await page.getByText(t("What this is based on")).click();
    expect(await cut(), "answer").toEqual([]);
  });
}

test("a checked option is visible in forced colours, without the focus", async ({ page, browserName }) => {
  test.skip(browserName === "firefox", "only Chromium can be told to force colours");
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto("/pages/plain.html");
  await expectMounted(page.locator("#a"));
  await toStep(page, "Purpose");
  const radio = page.getByRole("radio", { name: t("Sell online") });
  const option = radio.locator("xpath=..");
  const look = async () => {
    await radio.blur();
    await page.mouse.move(0, 0);
    return option.screenshot({ animations: "disabled" });
  };
  const before = await look();
  expect((await look()).equals(before)).toBe(true);
  await radio.check();
  expect((await look()).equals(before)).toBe(false);
});

test("every target is at least 24 px high and wide", async ({ page }) => {
  await page.goto("/pages/plain.html");
  const calculator = page.locator("#a");
  await expectMounted(calculator);
  await stepByStep(page);
  for (let step = 0; step < 7; step++) {
    await marks(page).nth(step).click();
    // The target of a checkbox includes its label.
    const small = await frameOf(calculator).evaluate((frame) =>
      [...frame.querySelectorAll("button, label, summary, a, input:not([type=radio], [type=checkbox], .for-listeners)")]
        .filter(
          (target) =>
            target.checkVisibility() && !(target.matches("label") && !target.control?.matches("[type=radio], [type=checkbox]")),
        )
        .map((target) => [target.innerText || target.ariaLabel || target.id || target.type, target.getBoundingClientRect()])
        .filter(([, { width, height }]) => width < 24 || height < 24)
        .map(([name, { width, height }]) => `${name}: ${Math.round(width)} × ${Math.round(height)}`),
    );
    expect(small, `step ${step + 1}`).toEqual([]);
  }
});

test("the answer is announced once changes have settled, and not on arrival", async ({ page }) => {
  await page.goto("/pages/plain.html");
  await expectMounted(page.locator("#a"));
  const status = page.getByRole("region", { name: t("The answer") }).getByRole("status");
  await expect(status).toHaveText("");
  await toStep(page, "Wish list");
  await wish(page, t(TERMS.services[0].name)).check();
  await expect(status).toContainText(t("About {price}, ready in {weeks}.").split("{")[0]);
});

test("the answer to a link is not announced on arrival", async ({ page }) => {
  await page.clock.install();
  await page.goto("/pages/plain.html#takeon=1.000000~p_publish~w_blog_m~c_cccc~k_ywyyyyyn~r_s~d_6~b_2500~z");
  await expectMounted(page.locator("#a"));
  const answer = page.getByRole("region", { name: t("The answer") });
  await expect(answer.getByRole("heading", { level: 2 })).toBeVisible();
  await page.clock.runFor(5000);
  await expect(answer.getByRole("status")).toHaveText("");
});
