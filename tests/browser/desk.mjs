/** Helpers shared by specs of the desk. */
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";

/** Waits for the tools. */
export async function toolsShown(page) {
  await expect(page.getByRole("navigation", { name: "Tools for your shop" })).toBeVisible({ timeout: 25_000 });
}

/** Opens the page and one of its tools. */
export async function open(page, tool) {
  await page.goto("/desk.html");
  await toolsShown(page);
  if (tool) await page.getByRole("button", { name: tool, exact: true }).click();
}

/** Drops files on an element. Texts are UTF-8, buffers are passed on as they are. */
export async function drop(target, ...files) {
  const data = await target.evaluateHandle(
    (_, files) => {
      const data = new DataTransfer();
      for (const { name, bytes } of files) data.items.add(new File([new Uint8Array(bytes)], name));
      return data;
    },
    files.map(({ name, content }) => ({ name, bytes: [...Buffer.from(content)] })),
  );
  await target.dispatchEvent("dragover", { dataTransfer: data });
  await target.dispatchEvent("drop", { dataTransfer: data });
}

/** Returns the text of the file that a click saves. */
export async function saved(page, button) {
  // The preceding steps are tested there, too.
  test.skip(test.info().project.name === "firefox", "its driver tells nothing of downloads");
  const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), "utf8") };
}
