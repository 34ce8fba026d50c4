//! What stands left of `=`, behind `for`, behind `as` and behind `del`.

use ruff_python_ast::{Expr as Source, ExprContext};

use super::Converter;
use crate::tree::{Target, TargetKind};

/// The argument of CPython's `UNPACK_EX` has a byte for them.
const MAX_TARGETS_BEFORE_STAR: usize = 255;

impl Converter<'_> {
    pub(super) fn target(&mut self, target: &Source) -> Target {
        Target {
            span: self.span(target),
            kind: self.target_kind(target),
        }
    }

    fn target_kind(&mut self, target: &Source) -> TargetKind {
        match target {
            Source::Name(name) => {
                match name.ctx {
                    ExprContext::Del if name.id.as_str() == "__debug__" => {
                        self.syntax(target, "cannot delete __debug__", "不能删除 __debug__");
                    }
                    _ => self.binds(&name.id, target),
                }
                TargetKind::Name(name.id.to_string())
            }
            Source::Attribute(attribute) => {
                if attribute.ctx != ExprContext::Del {
                    self.check_debug(&attribute.attr, target);
                }
                TargetKind::Attribute {
                    value: self.boxed(&attribute.value),
                    name: attribute.attr.to_string(),
                }
            }
            Source::Subscript(subscript) => TargetKind::Subscript {
                value: self.boxed(&subscript.value),
                index: self.boxed(&subscript.slice),
            },
            Source::Tuple(tuple) => TargetKind::Sequence(self.targets(&tuple.elts)),
            Source::List(list) => TargetKind::Sequence(self.targets(&list.elts)),
            Source::Starred(starred) => TargetKind::Starred(Box::new(self.target(&starred.value))),
            // The parser lets no other expression be assigned to, but the tree does not say so.
            _ => {
                self.syntax(target, "cannot assign to expression", "不能给这个表达式赋值");
                TargetKind::Sequence(Vec::new())
            }
        }
    }

    /// A target that is no part of another one.
    pub(super) fn outer_target(&mut self, target: &Source) -> Target {
        if target.is_starred_expr() {
            let zh = "带星号的赋值目标必须放在列表或元组里";
            self.syntax(target, "starred assignment target must be in a list or tuple", zh);
        }
        self.target(target)
    }

    fn targets(&mut self, targets: &[Source]) -> Vec<Target> {
        let mut stars = targets
            .iter()
            .enumerate()
            .filter(|(_, target)| target.is_starred_expr());
        let (first, second) = (stars.next(), stars.next());
        if let Some((_, second)) = second {
            let zh = "赋值里有多个带星号的表达式";
            self.syntax(second, "multiple starred expressions in assignment", zh);
        } else if let Some((position, first)) = first
            && position > MAX_TARGETS_BEFORE_STAR
        {
            let zh = "带星号的赋值里变量太多";
            self.syntax(first, "too many expressions in star-unpacking assignment", zh);
        }
        targets.iter().map(|target| self.target(target)).collect()
    }
}
