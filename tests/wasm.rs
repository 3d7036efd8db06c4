//! The calculator as it runs in a browser.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "what fails here is a failed test")]

use std::time::Duration;

use takeon::host::mount;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use yew::platform::time::sleep;

wasm_bindgen_test_configure!(run_in_browser);

/// What the shell hands over, with the terms that come with the element.
fn options() -> String {
    let terms = include_str!("../static/terms/web-studio.json");
    serde_json::json!({ "config": terms, "example": true, "locale": null, "lang": "en" })
        .to_string()
}

#[wasm_bindgen_test]
async fn a_mounted_calculator_asks_a_complete_one_answers_and_a_cleared_one_leaves_nothing() {
    let document = web_sys::window().unwrap().document().unwrap();
    let root = document.create_element("div").unwrap();
    document.body().unwrap().append_child(&root).unwrap();
    let has = |selector| root.query_selector(selector).unwrap().is_some();

    let mut mounted = mount(root.clone(), &options()).ok().unwrap();
    sleep(Duration::ZERO).await;
    assert!(has("[part=questions] input") && !has("[part=verdict]"));

    mounted.complete();
    sleep(Duration::ZERO).await;
    assert!(has("[part=questions] input") && has("[part=verdict]"));

    mounted.clear();
    sleep(Duration::ZERO).await;
    assert_eq!(root.child_element_count(), 0);
    root.remove();
}
