"use client";
import "takeon";
import type { TakeonCalculator } from "takeon";
import config from "./terms.json";

function own(element: TakeonCalculator | null) {
  if (!element) return;
  element.config = config;
  element.addEventListener("takeon-ready", () => (document.title = "heard"));
}

export default function Calculator() {
  return (
    <>
      <takeon-calculator id="own" ref={own} loading="eager">
        <p>Schreiben Sie uns.</p>
      </takeon-calculator>
      <takeon-calculator id="none" loading="eager" />
    </>
  );
}
