//! The calculator as it runs in a browser.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "what fails here is a failed test")]
#![allow(clippy::disallowed_methods, reason = "it is the page")]

use std::time::Duration;

use takeon::host::mount;
use takeon::i18n::ENGLISH;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use yew::platform::time::sleep;

wasm_bindgen_test_configure!(run_in_browser);

/// Options as from the shell, with the terms that come with the element.
fn options() -> String {
    let terms = include_str!("../static/terms/web-studio.json");
    serde_json::json!({ "config": terms, "example": true, "lang": "en" }).to_string()
}

#[wasm_bindgen_test]
async fn a_calculator_asks_answers_and_is_removed_without_a_trace() {
    let document = web_sys::window().unwrap().document().unwrap();
    let root = document.create_element("div").unwrap();
    document.body().unwrap().append_child(&root).unwrap();
    let has = |selector| root.query_selector(selector).unwrap().is_some();

    let mut mounted = mount(root.clone(), &options(), ENGLISH.to_owned())
        .ok()
        .unwrap();
    sleep(Duration::ZERO).await;
    assert!(has("[part=questions] button") && !has("[part=verdict]"));

    mounted.add_answer("{}".to_owned());
    mounted.add_rest("{}".to_owned());
    // The answer is shown once an earlier brief would be restored. Yew lets the browser in between
    // when rendering has taken 16 ms, which it does without optimisation.
    for _ in 0..100 {
        sleep(Duration::from_millis(10)).await;
        if has("[part=verdict]") {
            break;
        }
    }
    assert!(has("[part=questions] button") && has("[part=verdict]"));

    mounted.clear();
    sleep(Duration::ZERO).await;
    assert_eq!(root.child_element_count(), 0);
    root.remove();
}

#[cfg(feature = "desk")]
#[wasm_bindgen_test]
fn a_file_is_decoded_however_a_spreadsheet_has_saved_it() {
    for bytes in [
        "Bäckerei; 50 €".as_bytes(),
        "\u{feff}Bäckerei; 50 €".as_bytes(),
        b"B\xe4ckerei; 50 \x80",
        b"\xff\xfeB\0\xe4\0c\0k\0e\0r\0e\0i\0;\0 \x005\x000\0 \0\xac\x20",
        b"\xfe\xff\0B\0\xe4\0c\0k\0e\0r\0e\0i\0;\0 \x005\x000\0 \x20\xac",
    ] {
        assert_eq!(takeon::desk::encoding::decode(bytes), "Bäckerei; 50 €");
    }
}
