import "takeon";

document.querySelector("#own").addEventListener("takeon-ready", () => (document.title = "heard"));
