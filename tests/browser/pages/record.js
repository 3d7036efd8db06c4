// Keeps what happens on the page for the spec to read, also what happened before it asked.
globalThis.recorded = [];
for (const type of [
  "takeon-ready",
  "takeon-change",
  "takeon-result",
  "takeon-share",
  "takeon-send",
  "takeon-error",
  "securitypolicyviolation",
]) {
  document.addEventListener(type, (event) => {
    globalThis.recorded.push({ type, detail: event.detail ?? event.violatedDirective });
  });
}
