//! Python's `math`, as pure functions with CPython 3.11's errors.
//!
//! The elementary functions are those of the `libm` crate (musl's, in Rust), so that a program gives the same bits
//! natively and in WebAssembly, but for powers, exponentials and logarithms, which are computed to more digits (`precise`).
//! They need not be the last bits of CPython, which asks the C library it was built with;
//! an oracle test counts by how many units in the last place they differ: mostly by none or one, `gamma` and `lgamma` by
//! up to seven, and `lgamma` by more than that near its zeros, 1 and 2. Exact in every bit are `sqrt`, `fmod`,
//! `remainder`, `floor` and its kin, `fsum`, `frexp`, `ldexp`, `nextafter`, and everything on integers.

mod functions;
mod gamma;
mod integers;
mod norm;
pub mod precise;
mod representation;
mod sum;

pub use functions::{
    acos, acosh, asin, asinh, atan, atan2, atanh, cbrt, ceil, cos, cosh, degrees, exp, exp2, expm1, floor,
    fmod, log, log_int, log1p, log2, log10, pow, radians, remainder, sin, sinh, sqrt, tan, tanh, trunc,
};
pub use gamma::{erf, erfc, gamma, lgamma};
pub use integers::{comb, factorial, gcd, isqrt, lcm, perm};
pub use norm::{dist, hypot};
pub use representation::{frexp, is_close, ldexp, modf, next_after, ulp};
pub use sum::Sum;

use crate::int::Error;

/// An argument outside the function's domain.
const DOMAIN: Error = Error::Value(std::borrow::Cow::Borrowed("math domain error"));
/// A result that is no finite float.
const RANGE: Error = Error::Overflow("math range error");

/// The result of a function of `arguments`, none of which it should have made a NaN or, unless they are infinite, an
/// infinity of: a pole where `overflow` is [`DOMAIN`].
fn checked(result: f64, arguments: &[f64], overflow: Error) -> Result<f64, Error> {
    if result.is_nan() && !arguments.iter().any(|argument| argument.is_nan()) {
        return Err(DOMAIN);
    }
    if result.is_infinite() && arguments.iter().all(|argument| argument.is_finite()) {
        return Err(overflow);
    }
    Ok(result)
}
