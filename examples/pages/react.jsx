// From React 19 on: properties are set and events are heard as of any other tag.
import "takeon";
import { createRoot } from "react-dom/client";
import config from "./terms.json";

function Calculator() {
  const answered = ({ detail }) => console.log("The answer is:", detail.appraisal.verdict);
  return (
    <takeon-calculator config={config} ontakeon-result={answered}>
      <p>Write to us with what you need, your date and your budget.</p>
    </takeon-calculator>
  );
}

createRoot(document.getElementById("app")).render(<Calculator />);
