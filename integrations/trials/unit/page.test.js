import { open } from "./page.js";

test("a page with a calculator can be tested", async () => {
  const told = [];
  for (const level of ["error", "warn"]) console[level] = (...words) => told.push(words.join(" "));
  addEventListener("error", ({ message }) => told.push(message));
  const config = { terms: {} };
  const calculator = open(config);
  expect(customElements.get("takeon-calculator")).toBe(calculator.constructor);
  expect(calculator.config).toBe(config);
  calculator.setAttribute("theme", "dark");
  expect(calculator.theme).toBe("dark");
  let heard = 0;
  calculator.addEventListener("takeon-result", () => heard++);
  calculator.dispatchEvent(new CustomEvent("takeon-result"));
  expect(heard).toBe(1);
  await new Promise((done) => setTimeout(done, 100));
  expect(calculator.textContent).toBe("Schreiben Sie uns.");
  calculator.remove();
  document.body.append(calculator);
  // One that would be loaded at once by a browser.
  const eager = document.createElement("takeon-calculator");
  eager.loading = "eager";
  document.body.append(eager);
  await new Promise((done) => setTimeout(done, 2000));
  expect(told).toEqual([]);
});
