/** The plugin from installation to removal, for the owner of a site and for a visitor. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import { expectMounted, listen, toStep, wish } from "../../tests/browser/helpers.mjs";

const ZIP = fileURLToPath(new URL("../../dist/takeon-wordpress.zip", import.meta.url));
const GERMAN = JSON.parse(readFileSync(new URL("../../static/locales/de.json", import.meta.url), "utf8"));
const BASE = process.env.WORDPRESS_URL;
/** Terms of one's own, with what would leave a script if it could. */
const EVIL = "</script><script>document.title='left'</script>";
const OWN = {
  terms: {
    shop: { name: `Studio Süd ${EVIL}` },
    currency: "EUR",
    rate: 85,
    team: { hoursPerWeek: 25 },
    services: [{ id: "mural", name: "Mural", hours: { low: 6, likely: 12, high: 24 } }],
  },
};

test.describe.configure({ mode: "serial" });

let owner;
test.beforeAll(async ({ browser }) => {
  owner = await browser.newPage({ baseURL: BASE });
  // WordPress's own pages ask others for pictures of people.
  await owner.route(
    (url) => url.origin !== BASE,
    (route) => route.abort(),
  );
  await owner.goto("/wp-login.php");
  await owner.getByLabel("Username or Email Address").fill("owner");
  await owner.getByLabel("Password", { exact: true }).fill("owner");
  await owner.getByRole("button", { name: "Log In" }).click();
  await expect(owner.getByRole("heading", { name: "Dashboard" })).toBeVisible();
});
test.afterAll(() => {
  // Nothing of ours may be in PHP's log, not even a notice.
  const ours = readFileSync(process.env.PHP_LOG, "utf8").split("\n");
  expect(ours.filter((line) => line.includes("plugins/takeon"))).toEqual([]);
});

/** Publishes a page and gives its address. */
async function publish(content) {
  await owner.goto("/wp-admin/post-new.php?post_type=page");
  return owner.evaluate(async (content) => {
    const data = { title: "Try", content, status: "publish" };
    return (await globalThis.wp.apiFetch({ path: "/wp/v2/pages", method: "POST", data })).link;
  }, content);
}

async function install() {
  await owner.goto("/wp-admin/plugin-install.php?tab=upload");
  await owner.locator("#pluginzip").setInputFiles(ZIP);
  await owner.getByRole("button", { name: "Install Now" }).click();
  await owner.getByRole("link", { name: "Activate Plugin" }).click();
  await expect(owner.getByText("Plugin activated.")).toBeVisible();
}

const settings = () => owner.goto("/wp-admin/options-general.php?page=takeon");
async function save() {
  const shown = owner.waitForResponse((response) => response.url().includes("settings-updated"));
  await owner.getByRole("button", { name: "Save Changes" }).click();
  await shown;
  await owner.waitForLoadState("domcontentloaded");
}

test("the zip is installed and activated", async () => {
  await install();
  await expect(owner.locator('tr[data-slug="takeon"]').getByRole("link", { name: "Settings" })).toBeVisible();
});

test("a page with the shortcode answers a brief", async ({ page }) => {
  const heard = listen(page);
  await page.goto(await publish("[takeon]Write to hello@studio.example.[/takeon]"));
  await expectMounted(page.locator("takeon-calculator"));
  // Nothing is chosen yet: it is the example, and says so.
  await expect(page.getByText(/^An example: Studio Nord/)).toBeAttached();
  await page.getByRole("button", { name: "A simple blog for a writer" }).click();
  await page.locator("takeon-calculator [part=bar]").click();
  await expect(page.getByRole("heading", { name: "Someone else would serve you better." })).toBeVisible();
  expect(heard.requests.filter((url) => !url.replace(/^blob:/, "").startsWith(BASE))).toEqual([]);
  expect(heard.errors).toEqual([]);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("the page's own words are there", async ({ page }) => {
    await page.goto(await publish("[takeon]Write to <b>hello@studio.example</b>.[/takeon]"));
    await expect(page.getByText("Write to hello@studio.example.")).toBeVisible();
  });
});

test("the desk is in the admin area, and works with files that came along", async () => {
  const heard = listen(owner);
  await owner.goto("/wp-admin/admin.php?page=takeon-desk");
  const desk = owner.frameLocator("iframe.takeon-desk");
  await desk.getByLabel("Your shop’s name").fill("Studio Süd");
  await expectMounted(desk.locator("#preview"));
  await expect(desk.getByRole("button", { name: "Save terms.json" })).toBeEnabled();
  expect(heard.requests.filter((url) => !url.replace(/^blob:/, "").startsWith(BASE))).toEqual([]);
  expect(heard.errors).toEqual([]);
});

/** Returns the document that is edited: the editor's frame, or the page itself in older versions. */
async function editorCanvas() {
  const title = ".editor-post-title, .wp-block-post-title";
  const frame = owner.frameLocator('iframe[name="editor-canvas"]');
  await expect(owner.locator(title).or(owner.locator('iframe[name="editor-canvas"]')).first()).toBeVisible();
  return (await owner.locator('iframe[name="editor-canvas"]').count()) > 0 ? frame : owner;
}

test("the block is chosen in the editor, and stands there and on the page", async ({ page }) => {
  const heard = listen(owner);
  await owner.goto("/wp-admin/post-new.php?post_type=page");
  await owner.getByRole("button", { name: /^Close( dialog)?$/ }).click();
  const canvas = await editorCanvas();
  await canvas.getByRole("textbox", { name: "Add title" }).fill("A block");
  await owner.keyboard.press("Enter");
  await owner.keyboard.type("/takeon");
  await owner.getByRole("option", { name: "Takeon calculator" }).click();
  await expectMounted(canvas.locator("takeon-calculator"));
  // It is as the settings say until something else is chosen beside it.
  const panel = owner.getByRole("region", { name: "Editor settings" });
  await panel.getByLabel("Language").selectOption({ label: "Deutsch" });
  await panel.getByLabel("Terms").selectOption("brand-design");
  await panel.getByLabel("Accent colour, as #rrggbb").fill("#780a3c");
  await expect(canvas.locator("takeon-calculator .takeon")).toHaveAttribute("lang", "de");
  expect(heard.errors).toEqual([]);
  const address = await owner.evaluate(async () => {
    const { dispatch, select } = globalThis.wp.data;
    dispatch("core/editor").editPost({ status: "publish" });
    await dispatch("core/editor").savePost();
    return select("core/editor").getPermalink();
  });
  await page.goto(address);
  await expectMounted(page.locator("takeon-calculator"));
  await expect(page.locator("takeon-calculator .takeon")).toHaveAttribute("lang", "de");
  await expect(page.getByText("Felt & Form", { exact: false }).first()).toBeAttached();
  await expect(page.getByRole("button", { name: GERMAN["bar.see"] }).last()).toHaveCSS("background-color", "rgb(120, 10, 60)");
  // The editor reads what it has saved.
  await owner.reload();
  const again = await editorCanvas();
  await expectMounted(again.locator("takeon-calculator"));
  await expect(again.getByText("This block contains unexpected or invalid content")).toHaveCount(0);
});

test("own terms are checked as they are typed, kept, and shown to visitors", async ({ page }) => {
  await settings();
  await expectMounted(owner.locator("takeon-calculator"));
  const [typed, problems] = [owner.getByLabel("My own terms", { exact: true }), owner.locator("#takeon-problems li")];
  await typed.fill(JSON.stringify({ terms: { ...OWN.terms, rate: undefined, currency: "Euro" } }));
  await expect(problems).toHaveText([/^\/terms\/currency: /, /^\/terms\/rate: /]);
  await typed.fill(JSON.stringify(OWN, null, 2));
  await expect(problems).toHaveCount(0);
  await owner.getByLabel("Language", { exact: true }).selectOption("fr");
  await owner.getByLabel("Light or dark").selectOption("dark");
  await owner.getByLabel("Accent colour").fill("#0a0");
  await save();
  await expect(owner.getByText("Settings saved.")).toBeVisible();
  await expect(typed).toHaveValue(JSON.stringify(OWN, null, 2));
  await expect(owner.getByLabel("Terms", { exact: true })).toHaveValue("own");
  await expect(owner.getByLabel("Accent colour")).toHaveValue("#0a0");

  await page.goto(await publish("[takeon]"));
  await expectMounted(page.locator("takeon-calculator"));
  await expect(page.locator("takeon-calculator .takeon")).toHaveClass("takeon dark");
  await expect(page.locator("takeon-calculator .takeon")).toHaveAttribute("lang", "fr");
  await expect(page.getByText(EVIL, { exact: false }).first()).toBeAttached();
  expect(await page.title()).not.toBe("left");
});

test("terms that are not JSON are refused with their reason, and nothing is lost", async ({ page }) => {
  await settings();
  const typed = owner.getByLabel("My own terms", { exact: true });
  const wrong = '{"terms": {"shop": "it\'s \\\\ wrong",}';
  await typed.fill(wrong);
  await expect(owner.locator("#takeon-problems li")).toHaveCount(1);
  await save();
  await expect(owner.getByText("The terms are not JSON (Syntax error). Your text is kept here")).toHaveCount(1);
  await expect(typed).toHaveValue(wrong);
  await typed.fill("[]");
  await save();
  await expect(owner.getByText('The terms must be an object with the key "terms"')).toBeVisible();
  // Each `<` takes six bytes in a page, where it could end a script.
  await typed.fill(JSON.stringify({ ...OWN, note: "<".repeat(50_000) }));
  await save();
  await expect(owner.getByText(/The terms have 30\d,\d{3} bytes; at most 262,144 are read\. Your text/)).toBeVisible();
  await owner.getByLabel("Accent colour").fill("red; x");
  await owner.getByLabel("Address of takeon.js").fill("javascript:alert(1)");
  await save();
  await expect(owner.getByText("must be written as #rrggbb, and not as “red; x”")).toBeVisible();
  await expect(owner.getByText("The address of takeon.js must begin with")).toBeVisible();
  // Visitors see what they saw before.
  await page.goto(await publish("[takeon]"));
  await expectMounted(page.locator("takeon-calculator"));
  await expect(page.getByText("Studio Süd", { exact: false }).first()).toBeAttached();
  await settings();
  await typed.fill(JSON.stringify(OWN));
  await save();
});

test("takeon.js may come from another place, and what a page says cannot leave its attribute", async ({ page }) => {
  await settings();
  const elsewhere = `${BASE}/wp-content/plugins/takeon/files/takeon.js?elsewhere`;
  await owner.getByLabel("Address of takeon.js").fill(elsewhere);
  await save();
  await page.goto(await publish(`[takeon lang='"onfocus=1' theme='"' accent='#0a0"' shop='../own' audience='shop']`));
  await expectMounted(page.locator("takeon-calculator"));
  const tag = await page.locator("takeon-calculator").evaluate((element) => [...element.attributes].map(({ name }) => name));
  expect(tag).toEqual(["audience"]);
  // WordPress has modules of its own.
  const modules = await page.locator('script[type="module"]').evaluateAll((all) => all.map(({ src }) => src));
  expect(modules.filter((src) => src.includes("takeon"))).toEqual([elsewhere]);
  await settings();
  await owner.getByLabel("Address of takeon.js").fill("");
  await save();
});

test("a theme with a strict policy that spoils everything has a calculator all the same", async ({ page }) => {
  await owner.goto("/wp-admin/themes.php");
  await owner.locator('[data-slug="strict"]').getByRole("link", { name: "Activate Strict" }).click();
  const heard = listen(page);
  await page.addInitScript(() => {
    globalThis.violations = [];
    addEventListener("securitypolicyviolation", ({ violatedDirective, sourceFile }) =>
      globalThis.violations.push([violatedDirective, sourceFile]),
    );
  });
  await page.goto(await publish('[takeon lang="en" theme="light" accent="#780a3c"]'));
  await expectMounted(page.locator("takeon-calculator"));
  await toStep(page, "Wish list");
  await wish(page, "Mural").check();
  const next = page.getByRole("button", { name: "Next", exact: true });
  await expect(next).toHaveCSS("background-color", "rgb(120, 10, 60)");
  await expect(next).toHaveCSS("letter-spacing", "normal");
  await toStep(page, "Working together");
  await page.getByRole("button", { name: /^(See the answer|Answer)$/ }).click();
  await expect(page.getByRole("region", { name: "The answer" }).getByRole("heading").first()).toBeVisible();
  expect(await page.evaluate(() => globalThis.violations)).toEqual([]);
  expect(heard.errors).toEqual([]);
});

test("nobody but an administrator sees or changes the settings", async ({ request }) => {
  const seen = await request.get("/wp-admin/options-general.php?page=takeon", { maxRedirects: 0 });
  expect(seen.status()).toBe(302);
  const changed = await request.post("/wp-admin/options.php", {
    form: { option_page: "takeon", action: "update", "takeon[lang]": "nl" },
    maxRedirects: 0,
  });
  expect(changed.status()).toBe(302);
  expect(changed.headers().location).toContain("wp-login.php");
  // The owner too, without the form's own sign that it is theirs.
  const forged = await owner.request.post("/wp-admin/options.php", {
    form: { option_page: "takeon", action: "update", "takeon[lang]": "nl" },
  });
  expect(forged.status()).toBe(403);
  await settings();
  await expect(owner.getByLabel("Language", { exact: true })).toHaveValue("fr");
});

test("a plugin that is deleted leaves nothing behind", async () => {
  await owner.goto("/wp-admin/plugins.php");
  const row = owner.locator('tr[data-slug="takeon"]');
  await row.getByRole("link", { name: "Deactivate" }).click();
  owner.once("dialog", (dialog) => dialog.accept());
  await row.getByRole("link", { name: "Delete" }).click();
  await expect(owner.getByText("Takeon was successfully deleted.")).toBeVisible();
  await install();
  await settings();
  await expect(owner.getByLabel("Terms", { exact: true })).toHaveValue("example");
  await expect(owner.getByLabel("My own terms", { exact: true })).toHaveValue("");
});
