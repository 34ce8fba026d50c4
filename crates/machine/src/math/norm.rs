//! `math.hypot` and `math.dist`: the length of a vector, without overflow on the way and almost always correctly rounded.

/// `math.hypot(*coordinates)`
#[must_use]
pub fn hypot(coordinates: &[f64]) -> f64 {
    if coordinates.iter().any(|coordinate| coordinate.is_infinite()) {
        return f64::INFINITY;
    }
    let largest = coordinates.iter().fold(0.0_f64, |largest, coordinate| {
        if coordinate.is_nan() || largest.is_nan() {
            f64::NAN
        } else {
            largest.max(coordinate.abs())
        }
    });
    if largest == 0.0 || largest.is_nan() || coordinates.len() == 1 {
        return largest;
    }
    // A power of two that brings the largest near to one changes no digit, except of what is too small to matter.
    let (_, exponent) = libm::frexp(largest);
    let scaled = coordinates
        .iter()
        .map(|coordinate| libm::ldexp(coordinate.abs(), -exponent));
    let mut high = 0.0;
    let mut low = 0.0;
    for coordinate in scaled {
        let square = coordinate * coordinate;
        low += libm::fma(coordinate, coordinate, -square);
        let sum: f64 = high + square;
        low += if high >= square {
            square - (sum - high)
        } else {
            high - (sum - square)
        };
        high = sum;
    }
    let root = libm::sqrt(high + low);
    // One step of Newton's method with the exact residue.
    let square = root * root;
    let residue = (high - square) - libm::fma(root, root, -square) + low;
    libm::ldexp(root + residue / (2.0 * root), exponent)
}

/// `math.dist(p, q)`; `None` where the points have not the same number of coordinates, the `ValueError` "both points must
/// have the same number of dimensions".
#[must_use]
pub fn dist(p: &[f64], q: &[f64]) -> Option<f64> {
    if p.len() != q.len() {
        return None;
    }
    let differences: Vec<f64> = p.iter().zip(q).map(|(p, q)| p - q).collect();
    Some(hypot(&differences))
}
