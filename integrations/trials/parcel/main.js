import "takeon";
import config from "./terms.json";

const own = document.querySelector("#own");
own.addEventListener("takeon-ready", () => (document.title = "heard"));
own.config = config;
