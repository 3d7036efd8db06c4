/** The settings page: the calculator takes what is typed, and everything that it finds wrong is listed below. */
(() => {
  const [source, typed, list, calculator] = ["#takeon-source", "#takeon-typed", "#takeon-problems", "takeon-calculator"].map(
    (selector) => document.querySelector(selector),
  );

  function show(problems) {
    list.replaceChildren(...problems.map((words) => Object.assign(document.createElement("li"), { textContent: words })));
    typed.setAttribute("aria-invalid", problems.length > 0);
  }

  function take() {
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
    // Terms that are typed are meant to be used.
    source.value = "own";
    take();
  });
  source.addEventListener("change", take);
  take();
})();
