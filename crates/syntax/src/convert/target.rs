//! What stands left of `=`, behind `for`, behind `as` and behind `del`.

use ruff_python_ast::Expr as Source;
use ruff_text_size::Ranged;

use super::Converter;
use crate::feature::Feature;
use crate::tree::{Expr, Target, TargetKind};

impl Converter<'_> {
    pub(super) fn target(&mut self, target: &Source) -> Target {
        let span = self.span(target);
        let kind = match target {
            Source::Name(name) => {
                self.binds(&name.id, target);
                TargetKind::Name(name.id.to_string())
            }
            Source::Attribute(attribute) => {
                self.check_debug(&attribute.attr, target);
                TargetKind::Attribute {
                    value: Box::new(self.expression(&attribute.value)),
                    name: attribute.attr.to_string(),
                }
            }
            Source::Subscript(subscript) => TargetKind::Subscript {
                value: Box::new(self.expression(&subscript.value)),
                index: Box::new(self.index(&subscript.slice)),
            },
            Source::Tuple(tuple) => TargetKind::Sequence(self.targets(&tuple.elts)),
            Source::List(list) => TargetKind::Sequence(self.targets(&list.elts)),
            Source::Starred(_) => {
                self.refuse(target, Feature::StarTarget);
                TargetKind::Sequence(Vec::new())
            }
            // The parser lets no other expression be assigned to, but the tree does not say so.
            _ => {
                self.syntax(target, "cannot assign to expression", "不能给这个表达式赋值");
                TargetKind::Sequence(Vec::new())
            }
        };
        Target { span, kind }
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
        let stars: Vec<_> = targets.iter().filter(|target| target.is_starred_expr()).collect();
        if let [_, second, ..] = stars.as_slice() {
            let zh = "赋值里有多个带星号的表达式";
            self.syntax(second.range(), "multiple starred expressions in assignment", zh);
        }
        targets.iter().map(|target| self.target(target)).collect()
    }

    /// An index; a slice is one only here.
    pub(super) fn index(&mut self, index: &Source) -> Expr {
        match index {
            Source::Slice(slice) => self.slice(slice),
            Source::Tuple(tuple) if tuple.elts.iter().any(Source::is_slice_expr) => {
                let kind = self.refuse_expression(tuple, Feature::SliceInTuple);
                Expr {
                    span: self.span(tuple),
                    kind,
                }
            }
            other => self.expression(other),
        }
    }
}
