import { Component, CUSTOM_ELEMENTS_SCHEMA } from "@angular/core";
import { provideClientHydration } from "@angular/platform-browser";
import { provideRouter, RouterOutlet } from "@angular/router";
import "takeon";
import config from "./terms.json";

@Component({
  selector: "app-page",
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <takeon-calculator id="own" [config]="config" loading="eager" (takeon-ready)="heard()"></takeon-calculator>
    <takeon-calculator id="none" loading="eager"></takeon-calculator>
  `,
})
class Page {
  config = config;
  heard() {
    document.title = "heard";
  }
}

@Component({ selector: "app-root", imports: [RouterOutlet], template: "<router-outlet />" })
export class App {}

export const providers = [provideRouter([{ path: "", component: Page }]), provideClientHydration()];
