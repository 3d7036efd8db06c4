// A button on each piece of code that copies it. Without this script the code is selected by hand.
for (const code of document.querySelectorAll("pre > code:not(.language-text)")) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Copy";
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(code.textContent.trimEnd());
      button.textContent = "Copied";
    } catch {
      // A page that is not secure has no clipboard.
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
