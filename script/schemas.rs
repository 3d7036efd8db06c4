//! Writes the JSON Schemas of the documents into a folder, each with the address at which it stays.
//!
//! ```sh
//! cargo run --features schema --bin schemas -- dist/schema
//! ```

#![allow(
    clippy::disallowed_macros,
    reason = "a program speaks to whoever runs it"
)]

use std::path::PathBuf;
use std::process::ExitCode;
use std::{env, fs, io};
use takeon::config::schema;

fn main() -> ExitCode {
    let Some(folder) = env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("error: name the folder to write the schemas into");
        return ExitCode::FAILURE;
    };
    match write(&folder) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: cannot write into {}: {error}", folder.display());
            ExitCode::FAILURE
        }
    }
}

fn write(folder: &std::path::Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    for (name, mut schema) in schema::all() {
        let home = env!("CARGO_PKG_HOMEPAGE");
        schema["$id"] = format!("{home}schema/{name}.schema.json").into();
        let text = format!("{schema:#}\n");
        fs::write(folder.join(format!("{name}.schema.json")), text)?;
    }
    Ok(())
}
