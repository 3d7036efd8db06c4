/** Lints of scripts. Their layout is left to prettier: see script/test. */
import js from "@eslint/js";
import globals from "globals";

export default [
  { ignores: ["dist", "target", "node_modules", ".tools", "test-results", "examples/pages/*.jsx"] },
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-var": "error",
      "prefer-const": "error",
      "object-shorthand": "error",
      "no-implicit-coercion": ["error", { boolean: false }],
      "no-unused-vars": ["error", { args: "all", argsIgnorePattern: "^_", varsIgnorePattern: "^_$", ignoreRestSiblings: true }],
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
    },
  },
  // Scripts of pages.
  {
    files: [
      "static/**",
      "docs/**",
      "examples/**",
      "integrations/wordpress/takeon/**",
      "integrations/trials/*/**",
      "benches/*.js",
      "tests/browser/pages/**",
    ],
    languageOptions: { globals: globals.browser },
  },
  // Scripts for Node.js, which pass functions to pages.
  {
    files: ["script/**", "tests/**/*.mjs", "integrations/**/*.mjs", "integrations/command/**"],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
  {
    files: ["integrations/trials/*/*.config.js"],
    languageOptions: { globals: globals.node },
  },
  {
    files: ["integrations/trials/unit/*.test.js"],
    languageOptions: { globals: globals.jest },
  },
  // Browser specs find elements as people do, and wait for states.
  {
    files: ["tests/browser/*.mjs"],
    rules: {
      "no-restricted-properties": [
        "error",
        {
          property: "waitForTimeout",
          message: "Wait for a state: a delay is too short on a slow machine and too long on any other.",
        },
        { property: "shadowRoot", message: "Locators pierce it: find elements by role, name or [part~=…]." },
      ],
      "no-restricted-syntax": [
        "error",
        {
          selector:
            "CallExpression[callee.property.name='locator'] :matches(Literal[value=/\\.[a-z]/], TemplateElement[value.raw=/\\.[a-z]/])",
          message: "Classes may change: find elements by role, name or [part~=…].",
        },
      ],
    },
  },
];
