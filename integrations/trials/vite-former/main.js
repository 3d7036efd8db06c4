import "takeon";
import config from "./terms.json";

const own = Object.assign(document.createElement("takeon-calculator"), { id: "own", loading: "eager", config });
own.addEventListener("takeon-ready", () => (document.title = "heard"));
const none = Object.assign(document.createElement("takeon-calculator"), { id: "none", loading: "eager" });
document.body.append(own, none);
