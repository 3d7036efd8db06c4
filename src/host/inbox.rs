//! Requests to the shop's inbox, without anything that the browser knows of the visitor.

use super::address::bare;
use super::window::window;
use wasm_bindgen::prelude::*;
use web_sys::{AbortSignal, Headers, RequestCredentials, RequestInit, Response};
use yew::Callback;

/// Time limit of a request, in milliseconds.
const TIMEOUT: u32 = 30_000;

/// Posts a body, and calls `then` with `false` if it was not accepted.
pub fn post(url: String, media_type: Option<&'static str>, body: String, then: Callback<bool>) {
    wasm_bindgen_futures::spawn_local(async move {
        let answer = send(&url, media_type, &body).await;
        then.emit(answer.is_ok_and(|answer| answer.ok()));
    });
}

/// Sends a body without credentials.
async fn send(url: &str, media_type: Option<&str>, body: &str) -> Result<Response, JsValue> {
    let init = RequestInit::new();
    init.set_method("POST");
    init.set_credentials(RequestCredentials::Omit);
    init.set_body(&body.into());
    let headers = Headers::new()?;
    // Services for forms answer this with a status, and anything else with a page.
    headers.set("accept", "application/json")?;
    if let Some(media_type) = media_type {
        headers.set("content-type", media_type)?;
    }
    init.set_headers(&headers);
    init.set_signal(Some(&AbortSignal::timeout_with_u32(TIMEOUT)));
    let answer = window()?.fetch_with_str_and_init(&bare(url)?, &init);
    wasm_bindgen_futures::JsFuture::from(answer)
        .await?
        .dyn_into()
}
