import "takeon";
import config from "./terms.json";

const json = { __html: JSON.stringify(config).replaceAll("<", "\\u003c") };
const heard = () => (document.title = "heard");

export default function Page() {
  return (
    <>
      <takeon-calculator id="own" ref={(calculator) => calculator?.ready.then(heard)} loading="eager">
        <script type="application/json" dangerouslySetInnerHTML={json} />
      </takeon-calculator>
      <takeon-calculator id="none" loading="eager" />
    </>
  );
}
