//! The entry Trunk builds. Everything is in the library; loading the module does nothing by itself.

fn main() {}
