import { bootstrapApplication } from "@angular/platform-browser";
import { App, providers } from "./app";

bootstrapApplication(App, { providers });
