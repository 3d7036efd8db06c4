// Loads the shell when asked to.
document.querySelector("#load").addEventListener("click", () => {
  const script = document.createElement("script");
  script.type = "module";
  script.src = "/takeon.js";
  document.head.append(script);
});
