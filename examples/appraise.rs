//! The engine in a terminal: JSON lines in, JSON lines out.
//!
//! ```sh
//! cargo run --release --example appraise < briefs.jsonl
//! ```
//!
//! Every line of standard input is `{"brief": …, "terms": …}`. Every line of standard output is an
//! appraisal, or `{"errors": [{"at": "/terms/services/2/hours", "message": …}]}`. A bad line never
//! stops the rest; an empty one is passed over.

use std::io::{BufRead, BufWriter, Write};
use takeon::config::answer_line;

fn main() -> std::io::Result<()> {
    let mut output = BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().split(b'\n') {
        // Bytes that are not UTF-8 are not JSON either, and are reported as such.
        let line = line?;
        let text = String::from_utf8_lossy(&line);
        if !text.trim().is_empty() {
            writeln!(output, "{}", answer_line(&text))?;
        }
    }
    output.flush()
}
