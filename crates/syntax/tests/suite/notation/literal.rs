//! Literals.

use syntax::tree::Constant;

pub fn constant(value: &Constant) -> String {
    match value {
        Constant::None => "None".to_owned(),
        Constant::Bool(true) => "True".to_owned(),
        Constant::Bool(false) => "False".to_owned(),
        Constant::Int(value) => format!("{value:x}"),
        Constant::BigInt(value) => value.to_str_radix(16),
        Constant::Float(value) => hex(*value),
        Constant::Str(value) => text(value),
        Constant::Bytes(value) => format!(
            "b{}",
            text(&value.iter().copied().map(char::from).collect::<String>())
        ),
        Constant::Ellipsis => "Ellipsis".to_owned(),
    }
}

pub fn text(value: &str) -> String {
    let points: Vec<_> = value
        .chars()
        .map(|point| format!("{:x}", u32::from(point)))
        .collect();
    format!("'{}'", points.join(" "))
}

/// `float.hex` of a value that is not negative.
fn hex(value: f64) -> String {
    if value.is_infinite() {
        return "inf".to_owned();
    }
    let (exponent, fraction) = (value.to_bits() >> 52, value.to_bits() & ((1 << 52) - 1));
    match (exponent, fraction) {
        (0, 0) => "0x0.0p+0".to_owned(),
        (0, _) => format!("0x0.{fraction:013x}p-1022"),
        _ => {
            let power = i64::try_from(exponent).expect("eleven bits") - 1023;
            format!("0x1.{fraction:013x}p{power:+}")
        }
    }
}
