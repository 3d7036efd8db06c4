// Adds a copy button to each piece of code.
for (const code of document.querySelectorAll("pre > code:not(.language-text)")) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Copy";
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(code.textContent.trimEnd());
      button.textContent = "Copied";
    } catch {
      // Pages without HTTPS cannot access the clipboard.
      getSelection().selectAllChildren(code);
      button.textContent = "Selected";
    }
    setTimeout(() => (button.textContent = "Copy"), 2000);
  });
  const box = document.createElement("div");
  box.className = "code";
  code.parentNode.replaceWith(box);
  box.append(code.parentNode, button);
}
