//! The entry of the demo page's tools, which Trunk builds. Loading the module starts them.

fn main() {
    takeon::desk::start();
}
