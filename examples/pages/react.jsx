// By a ref, which works in every version of React: it sets no properties of a tag that a server has rendered, and hears nothing.
import "takeon";
import { createRoot } from "react-dom/client";
import config from "./terms.json";

function own(calculator) {
  if (!calculator) return;
  calculator.config = config;
  calculator.addEventListener("takeon-result", ({ detail }) => console.log("The answer is:", detail.appraisal.verdict));
}

function Calculator() {
  return (
    <takeon-calculator ref={own}>
      <p>Write to us with what you need, your date and your budget.</p>
    </takeon-calculator>
  );
}

createRoot(document.getElementById("app")).render(<Calculator />);
