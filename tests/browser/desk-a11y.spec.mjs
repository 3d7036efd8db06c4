/** Accessibility of the desk's tools, checked by axe. */
import { expect, test } from "@playwright/test";
import { axe } from "./axe.mjs";
import { open } from "./desk.mjs";

/** Fills a tool with content. */
async function fill(page, tool) {
  if (tool === "Learn from jobs") {
    const rows = ["name,estimated,actual,planned weeks,actual weeks,price", "a,10,12,2,4,900", "b,20,30,4,9,900", "c,5,ten"];
    await page.getByLabel("Paste your list, or drop a file on it").fill(rows.join("\n"));
    await page.getByText("Hours, job by job").click();
    await page.getByText("Weeks, job by job").click();
  }
  if (tool === "Enquiries") {
    await page.locator("#desk").getByRole("button", { name: "Add three made-up enquiries" }).click();
    for (const box of await page.getByRole("checkbox", { name: /^Compare: / }).all()) await box.check();
    await expect(page.getByRole("heading", { name: "Side by side" })).toBeVisible();
    await page.getByRole("button", { name: "Bakery (made up)", exact: true }).click();
    await page.getByText("Which of these, and when").click();
    await page.getByRole("checkbox", { name: "Bakery (made up)", exact: true }).check();
  }
  if (tool === "Track record") {
    await page.getByRole("button", { name: "Add to the log" }).click();
    await page.getByRole("radio", { name: "Not so", exact: true }).check({ force: true });
  }
}

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds no violations in the tools, ${colorScheme}`, async ({ page, browserName }) => {
    test.skip(browserName === "firefox", "the same page; once is enough");
    test.setTimeout(240_000);
    await page.emulateMedia({ colorScheme });
    await open(page);
    const look = async (what) => {
      const { violations } = await axe(page, colorScheme).exclude("takeon-calculator").analyze();
      expect(
        violations.map(({ id, nodes }) => `${what}: ${id}: ${nodes.map(({ target }) => target.join(" ")).join("; ")}`),
      ).toEqual([]);
    };
    const parts = page.getByRole("navigation", { name: "Parts of the terms" });
    for (const part of [
      "Shop",
      "Rates and limits",
      "Team and pace",
      "Services",
      "Aftercare",
      "Deal-breakers",
      "Examples",
      "Looks",
    ]) {
      await parts.getByRole("button", { name: part, exact: true }).click();
      if (part === "Services") {
        await page.locator("#desk [id$=head]", { hasText: "Custom blog" }).click();
        await page.getByText("Many at once").click();
      }
      await look(part);
    }
    for (const tool of await page
      .getByRole("navigation", { name: "Tools for your shop" })
      .getByRole("button")
      .allTextContents()) {
      await page.getByRole("button", { name: tool, exact: true }).click();
      await fill(page, tool);
      await look(tool);
    }
  });
}
