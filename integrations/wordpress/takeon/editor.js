/** The block in the editor: a preview of the calculator, and options that override the settings. */
(({ blocks, blockEditor, components, element, i18n, serverSideRender }) => {
  const { createElement: el, Fragment } = element;
  const { InspectorControls, useBlockProps } = blockEditor;
  const { Disabled, PanelBody, SelectControl, TextControl } = components;
  const { __ } = i18n;
  const { shops, languages } = window.takeonChoices;

  const fallback = __("Same as in the settings", "takeon");
  const options = (choices) => [["", fallback], ...choices].map(([value, label]) => ({ value, label }));
  const choices = {
    shop: options([
      ["own", __("My own terms", "takeon")],
      ["example", __("The example", "takeon")],
      ...shops.map((shop) => [shop, shop]),
    ]),
    lang: options(Object.entries(languages)),
    theme: options([
      ["light", __("Light", "takeon")],
      ["dark", __("Dark", "takeon")],
    ]),
  };
  const labels = {
    shop: __("Terms", "takeon"),
    lang: __("Language", "takeon"),
    theme: __("Light or dark", "takeon"),
    accent: __("Accent colour, as #rrggbb", "takeon"),
  };

  function Edit({ attributes, setAttributes }) {
    const field = (name) => ({
      key: name,
      label: labels[name],
      value: attributes[name],
      onChange: (value) => setAttributes({ [name]: value }),
    });
    const controls = Object.entries(choices).map(([name, options]) => el(SelectControl, { ...field(name), options }));
    return el(
      Fragment,
      null,
      el(InspectorControls, null, el(PanelBody, null, controls, el(TextControl, field("accent")))),
      el("div", useBlockProps(), el(Disabled, null, el(serverSideRender, { block: "takeon/calculator", attributes }))),
    );
  }

  blocks.registerBlockType("takeon/calculator", { edit: Edit, save: () => null });
})(window.wp);
