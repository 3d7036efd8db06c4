import { appraise, load } from "takeon/engine";
import { terms } from "./terms.json";

test("the engine answers", async () => {
  await load();
  const brief = { wishes: [{ service: "probe", priority: "must" }], budget: { fixed: 5000 }, deadline: { weeks: 12 } };
  expect(["take", "ask"]).toContain(appraise(brief, terms).verdict);
});
