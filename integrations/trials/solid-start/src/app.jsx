import "takeon";
import config from "./terms.json";

const heard = () => (document.title = "heard");

export default function App() {
  return (
    <>
      <takeon-calculator id="own" prop:config={config} loading="eager" on:takeon-ready={heard}>
        <p>Schreiben Sie uns.</p>
      </takeon-calculator>
      <takeon-calculator id="none" loading="eager" />
    </>
  );
}
