//! Snippets for a page, one for each way to build pages, and the security policy that they need.

use crate::desk::sheet::looks::Looks;
use crate::engine::names;
use serde_json::Value;

names! {
    /// A way to build pages.
    pub enum Way {
        /// Plain HTML.
        Html = "html",
        /// WordPress.
        WordPress = "wordpress",
        /// React.
        React = "react",
        /// Vue.
        Vue = "vue",
        /// A frame around a page of its own.
        Frame = "frame",
    }
}

/// Script that makes a frame as high as its content. Without it the frame keeps its height and scrolls.
const HEIGHT: &str = r#"<script>
  {
    const frame = document.getElementById("takeon");
    const home = new URL(frame.src).origin;
    addEventListener("message", ({ source, origin, data }) => {
      if (source !== frame.contentWindow || origin !== home || data?.takeon !== 1) return;
      if (Number.isInteger(data.height) && data.height > 0 && data.height < 20000) frame.height = data.height;
    });
  }
</script>
"#;

/// The calculator's files on a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deployment {
    /// Address of their folder, with a slash at its end.
    pub folder: String,
    /// Integrity value of the script, if known.
    pub integrity: Option<String>,
    /// Words for visitors without the calculator.
    pub fallback: String,
    /// Title of a frame around the calculator.
    pub title: String,
    /// Looks of the calculator.
    pub looks: Looks,
}

impl Deployment {
    /// Attributes of the element for its language and theme, each with a space in front.
    fn attributes(&self) -> String {
        let said = [("lang", &self.looks.lang), ("theme", &self.looks.theme)];
        let said = said.iter().filter(|(_, value)| !value.is_empty());
        said.map(|(name, value)| format!(" {name}=\"{}\"", escaped(value)))
            .collect()
    }
}

/// Returns the typed address of a folder with a slash at its end.
pub fn folder(typed: &str) -> String {
    let typed = typed.trim();
    if typed.ends_with('/') {
        typed.to_owned()
    } else {
        format!("{typed}/")
    }
}

/// Returns the snippet for a way to build pages.
pub fn snippet(way: Way, deployment: &Deployment) -> String {
    let Deployment {
        folder, fallback, ..
    } = deployment;
    let fallback = escaped(fallback);
    let folder_ = escaped(folder);
    let script = script(deployment);
    let seen = deployment.attributes();
    match way {
        Way::Html => format!(
            "{script}\n<takeon-calculator config-src=\"{folder_}terms.json\"{seen}>\n  <p>{fallback}</p>\n</takeon-calculator>\n"
        ),
        Way::WordPress => format!(
            "add_action( 'wp_enqueue_scripts', function () {{\n\twp_register_script_module( 'takeon', '{folder}takeon.js', array(), null );\n}} );\n\nadd_shortcode( 'takeon', function () {{\n\twp_enqueue_script_module( 'takeon' );\n\treturn '<takeon-calculator config-src=\"{folder_}terms.json\"{seen}><p>{words}</p></takeon-calculator>';\n}} );\n",
            folder = folder.replace('\\', "").replace('\'', "%27"),
            folder_ = folder_.replace('\\', "").replace('\'', "%27"),
            words = fallback.replace('\\', "").replace('\'', "’"),
        ),
        Way::React => format!(
            "import {{ useEffect }} from \"react\";\n\nexport function Calculator() {{\n  useEffect(() => {{\n    import(/* webpackIgnore: true */ /* @vite-ignore */ {address});\n  }}, []);\n  return <takeon-calculator config-src={config}{seen} />;\n}}\n",
            address = Value::from(format!("{folder}takeon.js")),
            config = Value::from(format!("{folder}terms.json")),
        ),
        Way::Vue => format!(
            "<script setup>\nimport {{ onMounted }} from \"vue\";\n\nconst script = {address};\nonMounted(() => import(/* @vite-ignore */ script));\n</script>\n\n<template>\n  <takeon-calculator config-src=\"{folder_}terms.json\"{seen} />\n</template>\n\n<!-- vite.config.js: vue({{ template: {{ compilerOptions: {{ isCustomElement: (tag) => tag.startsWith(\"takeon-\") }} }} }}) -->\n",
            address = Value::from(format!("{folder}takeon.js")),
        ),
        Way::Frame => format!(
            "<iframe id=\"takeon\" src=\"{folder_}frame.html?config=terms.json{asked}\" title=\"{title}\" width=\"100%\" height=\"900\" frameborder=\"0\" allow=\"clipboard-write\"></iframe>\n{HEIGHT}",
            title = escaped(&deployment.title),
            asked = [
                ("lang", &deployment.looks.lang),
                ("theme", &deployment.looks.theme)
            ]
            .iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| format!("&amp;{name}={}", escaped(value)))
            .collect::<String>(),
        ),
    }
}

fn script(deployment: &Deployment) -> String {
    let address = escaped(&deployment.folder);
    match &deployment.integrity {
        Some(integrity) => format!(
            "<script type=\"module\" src=\"{address}takeon.js\"\n  integrity=\"{integrity}\" crossorigin=\"anonymous\"></script>"
        ),
        None => format!("<script type=\"module\" src=\"{address}takeon.js\"></script>"),
    }
}

/// Returns the least that a page's Content-Security-Policy must allow. A frame has a policy of its own.
/// `inbox` is the address that messages are posted to, empty if they are not.
pub fn policy(way: Way, folder: &str, inbox: &str) -> String {
    let source = origin(folder).unwrap_or("'self'");
    let inbox = match (inbox.is_empty(), origin(inbox).unwrap_or("'self'")) {
        (false, origin) if origin != source => format!(" {origin}"),
        _ => String::new(),
    };
    match way {
        Way::Frame => format!("frame-src {source}"),
        _ => format!("script-src {source} 'wasm-unsafe-eval'; connect-src {source}{inbox}"),
    }
}

/// Returns the origin of an address; `None` if it is on the page's own site.
fn origin(address: &str) -> Option<&str> {
    // A policy names the host alone of an address that has the scheme of its page.
    if let Some(rest) = address.strip_prefix("//") {
        return rest.split('/').next();
    }
    let rest = address
        .strip_prefix("https://")
        .or_else(|| address.strip_prefix("http://"))?;
    let start = address.len() - rest.len();
    let end = rest.find('/').map_or(address.len(), |end| start + end);
    Some(&address[..end])
}

/// Escapes a text for HTML and its attributes.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_policy_names_another_host_and_only_that() {
        assert_eq!(
            policy(Way::Html, "/takeon/", ""),
            "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"
        );
        assert_eq!(
            policy(Way::Html, "/takeon/", "https://hooks.example/a/b"),
            "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self' https://hooks.example"
        );
        assert_eq!(
            policy(Way::Html, "/takeon/", "/inbox"),
            "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"
        );
        assert_eq!(
            policy(Way::Html, "https://files.example/takeon/", ""),
            "script-src https://files.example 'wasm-unsafe-eval'; connect-src https://files.example"
        );
        assert_eq!(
            policy(Way::Frame, "//files.example/takeon/", ""),
            "frame-src files.example"
        );
        assert_eq!(
            policy(Way::Frame, "https://files.example/takeon/", ""),
            "frame-src https://files.example"
        );
    }

    #[test]
    fn what_is_typed_cannot_leave_its_attribute() {
        let deployment = Deployment {
            folder: "/\"><script>'".into(),
            integrity: None,
            fallback: "<b>".into(),
            title: "\"><script>".into(),
            looks: Looks {
                lang: "\"><script>".into(),
                ..Looks::default()
            },
        };
        for way in [Way::Html, Way::Frame] {
            let text = snippet(way, &deployment);
            assert!(
                !text.contains("\"><script>") && !text.contains("<b>"),
                "{text}"
            );
        }
        // In PHP it stands between single quotes.
        let text = snippet(Way::WordPress, &deployment);
        assert_eq!(text.matches('\'').count() % 2, 0, "{text}");
        assert!(!text.contains("script>'t"), "{text}");
    }
}
