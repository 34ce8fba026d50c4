//! What fingers and the mouse want: point, pan or pinch.

use web_sys::{Element, PointerEvent};
use yew::TargetCast;

/// What a movement means.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Gesture {
    /// The cursor goes here.
    Point {
        /// Pixels from the canvas's left edge.
        x: f64,
    },
    /// The window of time follows the pointer.
    Pan {
        /// Pixels.
        by: f64,
    },
    /// Two fingers.
    Pinch {
        /// How much longer the window gets.
        factor: f64,
        /// Where the fingers' middle is.
        x: f64,
        /// How far the middle moved, in pixels.
        by: f64,
    },
}

/// The pointers that are down.
#[derive(Debug, Default)]
pub(crate) struct Gestures {
    /// Pointer and where it was last.
    down: Vec<(i32, f64)>,
    pans: bool,
}

impl Gestures {
    pub(crate) fn down(&mut self, event: &PointerEvent) -> Option<Gesture> {
        let x = f64::from(event.offset_x());
        self.begin(event.pointer_id(), x);
        self.pans = event.shift_key() || event.button() == 1;
        if let Some(canvas) = event.target_dyn_into::<Element>() {
            // Fails only for a pointer that is up again.
            let _ = canvas.set_pointer_capture(event.pointer_id());
        }
        (self.down.len() == 1 && !self.pans).then_some(Gesture::Point { x })
    }

    pub(crate) fn moved(&mut self, event: &PointerEvent) -> Option<Gesture> {
        self.slide(event.pointer_id(), f64::from(event.offset_x()))
    }

    pub(crate) fn up(&mut self, event: &PointerEvent) {
        self.down.retain(|(pointer, _)| *pointer != event.pointer_id());
    }

    fn begin(&mut self, pointer: i32, x: f64) {
        self.down.retain(|(other, _)| *other != pointer);
        self.down.push((pointer, x));
    }

    fn slide(&mut self, pointer: i32, x: f64) -> Option<Gesture> {
        let index = self.down.iter().position(|(other, _)| *other == pointer)?;
        let before = std::mem::replace(&mut self.down[index].1, x);
        match self.down[..] {
            [_] if self.pans => Some(Gesture::Pan { by: x - before }),
            [_] => Some(Gesture::Point { x }),
            [(_, a), (_, b)] => {
                let other = if index == 0 { b } else { a };
                let (was, is) = ((before - other).abs().max(8.0), (x - other).abs().max(8.0));
                Some(Gesture::Pinch {
                    factor: was / is,
                    x: f64::midpoint(x, other),
                    by: (x - before) / 2.0,
                })
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_finger_points_and_two_pinch() {
        let mut gestures = Gestures::default();
        gestures.begin(1, 100.0);
        assert_eq!(gestures.slide(1, 120.0), Some(Gesture::Point { x: 120.0 }));
        gestures.begin(2, 220.0);
        assert_eq!(
            gestures.slide(2, 320.0),
            Some(Gesture::Pinch {
                factor: 0.5,
                x: 220.0,
                by: 50.0
            })
        );
        assert_eq!(gestures.slide(3, 1.0), None);
    }
}
