export default defineNuxtConfig({
  compatibilityDate: "2026-11-01",
  app: { head: { htmlAttrs: { lang: "de" } } },
  vue: { compilerOptions: { isCustomElement: (tag) => tag.startsWith("takeon-") } },
});
