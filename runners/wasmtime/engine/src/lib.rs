//! Re-exports the Wasmtime C API, so that linking this one archive is enough.
pub use wasmtime_c_api::*;
