//! The tree of a program: Python's statements and expressions, each with its place in the source.
//!
//! It has just the forms that the machine executes; whatever else the parser accepts is refused with a diagnostic, so
//! that the compiler behind it has no case for "not supported".

use num_bigint::BigInt;

/// A range of bytes in the source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// The byte behind the last one.
    pub end: u32,
}

/// A whole program.
#[derive(Clone, Debug, PartialEq)]
pub struct Module {
    /// Its statements.
    pub body: Vec<Stmt>,
}

/// A statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Stmt {
    /// Where.
    pub span: Span,
    /// What.
    pub kind: StmtKind,
}

/// What a statement does.
#[derive(Clone, Debug, PartialEq)]
pub enum StmtKind {
    /// An expression for its effect.
    Expr(Expr),
    /// `a = b = value`; an annotated assignment is the same without its annotation.
    Assign {
        /// Left sides, from left to right.
        targets: Vec<Target>,
        /// Right side.
        value: Expr,
    },
    /// `target op= value`
    AugAssign {
        /// Left side; never a tuple or list.
        target: Target,
        /// Operator.
        op: BinaryOp,
        /// Right side.
        value: Expr,
    },
    /// `if`; an `elif` is an `if` alone in `orelse`.
    If {
        /// Condition.
        test: Expr,
        /// Then.
        body: Vec<Stmt>,
        /// Else, maybe empty.
        orelse: Vec<Stmt>,
    },
    /// `while`
    While {
        /// Condition.
        test: Expr,
        /// Body.
        body: Vec<Stmt>,
        /// Else, maybe empty.
        orelse: Vec<Stmt>,
    },
    /// `for`
    For {
        /// Loop variable.
        target: Target,
        /// What is iterated.
        iter: Expr,
        /// Body.
        body: Vec<Stmt>,
        /// Else, maybe empty.
        orelse: Vec<Stmt>,
    },
    /// `break`, always inside a loop.
    Break,
    /// `continue`, always inside a loop.
    Continue,
    /// `pass`
    Pass,
    /// `def`
    Def(Function),
    /// `return`, always inside a function.
    Return(Option<Expr>),
    /// `global`, always inside a function.
    Global(Vec<String>),
    /// `import module [as name]`: one module for each statement (several are several statements).
    Import {
        /// The module's full name.
        module: String,
        /// The variable that gets it.
        name: String,
    },
    /// `from module import a [as b], ...`; never a star.
    ImportFrom {
        /// The module's full name.
        module: String,
        /// What is taken and the variable that gets it.
        names: Vec<Imported>,
    },
    /// `with`
    With {
        /// Context managers, from left to right; at least one.
        items: Vec<WithItem>,
        /// Body.
        body: Vec<Stmt>,
    },
    /// `assert`
    Assert {
        /// Condition.
        test: Expr,
        /// Message.
        message: Option<Expr>,
    },
    /// `del`
    Delete(Vec<Target>),
}

/// One name of a `from … import`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// Where it stands.
    pub span: Span,
    /// Its name in the module.
    pub attribute: String,
    /// The variable that gets it.
    pub name: String,
}

/// A `with` item.
#[derive(Clone, Debug, PartialEq)]
pub struct WithItem {
    /// The context manager.
    pub context: Expr,
    /// `as` what.
    pub target: Option<Target>,
}

/// A `def`.
#[derive(Clone, Debug, PartialEq)]
pub struct Function {
    /// Its name.
    pub name: String,
    /// Where the name stands.
    pub name_span: Span,
    /// Positional parameters.
    pub parameters: Vec<Parameter>,
    /// Body.
    pub body: Vec<Stmt>,
}

/// A positional parameter of a function.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    /// Its name.
    pub name: String,
    /// Where it stands.
    pub span: Span,
    /// Its default; those with one follow those without.
    pub default: Option<Expr>,
}

/// Something that can stand left of `=`.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// Where.
    pub span: Span,
    /// What.
    pub kind: TargetKind,
}

/// Kinds of targets.
#[derive(Clone, Debug, PartialEq)]
pub enum TargetKind {
    /// A variable.
    Name(String),
    /// `value.name`
    Attribute {
        /// Of what.
        value: Box<Expr>,
        /// Which.
        name: String,
    },
    /// `value[index]`
    Subscript {
        /// Of what.
        value: Box<Expr>,
        /// Which.
        index: Box<Expr>,
    },
    /// `a, b` or `[a, b]`; unpacked from left to right.
    Sequence(Vec<Target>),
}

/// An expression.
#[derive(Clone, Debug, PartialEq)]
pub struct Expr {
    /// Where.
    pub span: Span,
    /// What.
    pub kind: ExprKind,
}

/// What an expression computes.
#[derive(Clone, Debug, PartialEq)]
pub enum ExprKind {
    /// A literal.
    Constant(Constant),
    /// An f-string; neighbouring literals are joined.
    FString(Vec<FStringPart>),
    /// A variable.
    Name(String),
    /// `value.name`
    Attribute {
        /// Of what.
        value: Box<Expr>,
        /// Which.
        name: String,
    },
    /// `value[index]`
    Subscript {
        /// Of what.
        value: Box<Expr>,
        /// Which.
        index: Box<Expr>,
    },
    /// `lower:upper:step`, only as an index.
    Slice {
        /// From.
        lower: Option<Box<Expr>>,
        /// To.
        upper: Option<Box<Expr>>,
        /// By.
        step: Option<Box<Expr>>,
    },
    /// A call.
    Call {
        /// What is called.
        function: Box<Expr>,
        /// Positional arguments.
        args: Vec<Expr>,
        /// Keyword arguments, each name once.
        keywords: Vec<(String, Expr)>,
    },
    /// A binary operator.
    Binary {
        /// Left.
        left: Box<Expr>,
        /// Operator.
        op: BinaryOp,
        /// Right.
        right: Box<Expr>,
    },
    /// A unary operator.
    Unary {
        /// Operator.
        op: UnaryOp,
        /// Operand.
        operand: Box<Expr>,
    },
    /// `and` or `or` over at least two values.
    Bool {
        /// Whether it is `and`.
        and: bool,
        /// Operands.
        values: Vec<Expr>,
    },
    /// `a < b < c`
    Compare {
        /// First operand.
        first: Box<Expr>,
        /// The operators and the operands behind them; at least one.
        rest: Vec<(CompareOp, Expr)>,
    },
    /// `body if test else orelse`
    Conditional {
        /// Condition.
        test: Box<Expr>,
        /// Then.
        body: Box<Expr>,
        /// Else.
        orelse: Box<Expr>,
    },
    /// `[a, b]`
    List(Vec<Expr>),
    /// `(a, b)`
    Tuple(Vec<Expr>),
}

/// A literal.
#[derive(Clone, Debug, PartialEq)]
pub enum Constant {
    /// `None`
    None,
    /// `True`, `False`
    Bool(bool),
    /// An integer of 64 bits.
    Int(i64),
    /// An integer that needs more.
    BigInt(BigInt),
    /// A float.
    Float(f64),
    /// A string; neighbouring literals are joined.
    Str(String),
}

/// A part of an f-string.
#[derive(Clone, Debug, PartialEq)]
pub enum FStringPart {
    /// Text as it is (of `{x=}` too: its `x=`).
    Literal(String),
    /// A replacement field.
    Field {
        /// Its value.
        value: Expr,
        /// `!r`, `!s`, `!a`; `{x=}` without a format specification has `!r`.
        conversion: Option<Conversion>,
        /// Its format specification, which may have fields of its own; none, if empty.
        spec: Vec<FStringPart>,
    },
}

/// A conversion of a replacement field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Conversion {
    /// `!s`
    Str,
    /// `!r`
    Repr,
    /// `!a`
    Ascii,
}

/// Binary operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BinaryOp {
    /// `+`
    Add,
    /// `-`
    Sub,
    /// `*`
    Mul,
    /// `/`
    Div,
    /// `//`
    FloorDiv,
    /// `%`
    Mod,
    /// `**`
    Pow,
    /// `<<`
    LShift,
    /// `>>`
    RShift,
    /// `&`
    And,
    /// `|`
    Or,
    /// `^`
    Xor,
}

/// Unary operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum UnaryOp {
    /// `-`
    Neg,
    /// `+`
    Pos,
    /// `~`
    Invert,
    /// `not`
    Not,
}

/// Comparisons.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CompareOp {
    /// `==`
    Eq,
    /// `!=`
    NotEq,
    /// `<`
    Lt,
    /// `<=`
    LtE,
    /// `>`
    Gt,
    /// `>=`
    GtE,
    /// `is`
    Is,
    /// `is not`
    IsNot,
    /// `in`
    In,
    /// `not in`
    NotIn,
}
