/** Preview on the settings page: the calculator uses the terms while they are typed, and all their errors are listed. */
(() => {
  const [source, typed, list, calculator] = ["#takeon-source", "#takeon-typed", "#takeon-problems", "takeon-calculator"].map(
    (selector) => document.querySelector(selector),
  );

  function show(problems) {
    list.replaceChildren(...problems.map((words) => Object.assign(document.createElement("li"), { textContent: words })));
    typed.setAttribute("aria-invalid", problems.length > 0);
  }

  function update() {
    show([]);
    if (source.value !== "own" || !typed.value.trim()) return;
    try {
      calculator.config = JSON.parse(typed.value);
    } catch ({ message }) {
      show([message]);
    }
  }

  calculator.addEventListener("takeon-error", ({ detail: { message, errors } }) => {
    show(errors ? errors.map(({ at, message }) => `${at || "/"}: ${message}`) : [message]);
  });
  typed.addEventListener("input", () => {
    // Typing terms selects them.
    source.value = "own";
    update();
  });
  source.addEventListener("change", update);
  update();
})();
