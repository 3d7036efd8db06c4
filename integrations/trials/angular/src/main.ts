import { Component, CUSTOM_ELEMENTS_SCHEMA } from "@angular/core";
import { bootstrapApplication } from "@angular/platform-browser";
import "takeon";
import config from "./terms.json";

@Component({
  selector: "app-root",
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <takeon-calculator id="own" [config]="config" loading="eager" (takeon-ready)="heard()"></takeon-calculator>
    <takeon-calculator id="none" loading="eager"></takeon-calculator>
  `,
})
class App {
  config = config;
  heard() {
    document.title = "heard";
  }
}

bootstrapApplication(App);
