//! The only place that knows there is a page.
use crate::widget::{App, AppProps};
use wasm_bindgen::prelude::*;

/// A calculator on the page, for as long as the shell keeps it.
#[wasm_bindgen]
pub struct Mounted {
    handle: yew::AppHandle<App>,
}

/// Mounts a calculator into `root`, which must be empty and inside the shadow root.
///
/// `options` is JSON text: `{"config": "<text of the agency's JSON>", "example": true}`.
///
/// # Errors
/// A JavaScript `Error` whose `errors` lists every problem of the configuration.
#[wasm_bindgen]
pub fn mount(root: web_sys::Element, options: &str) -> Result<Mounted, JsError> {
    let props = AppProps {
        config: options.to_owned().into(),
    };
    Ok(Mounted {
        handle: yew::Renderer::<App>::with_root_and_props(root, props).render(),
    })
}

#[wasm_bindgen]
impl Mounted {
    /// Hands new options to the same calculator; what the visitor typed stays.
    pub fn update(&mut self, options: &str) -> Result<(), JsError> {
        self.handle.update(AppProps {
            config: options.to_owned().into(),
        });
        Ok(())
    }

    /// Takes the calculator off the page and frees it.
    pub fn destroy(self) {
        self.handle.destroy();
    }
}
