//! The entry Trunk builds. Everything is in the library; loading the module does nothing by itself.

// Named, although nothing is called: the library's exports come along with it.
use takeon as _;

#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {}
