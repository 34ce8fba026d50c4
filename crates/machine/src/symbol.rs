//! Names as numbers, so that looking up an attribute compares words and not texts.

use rustc_hash::FxHashMap;
use std::sync::{LazyLock, PoisonError, RwLock};

/// A name. Equal names are equal numbers for as long as the program runs; which number a name has means nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Symbol(u32);

#[derive(Default)]
struct Table {
    numbers: FxHashMap<&'static str, u32>,
    texts: Vec<&'static str>,
}

static TABLE: LazyLock<RwLock<Table>> = LazyLock::new(RwLock::default);

impl Symbol {
    /// The symbol of a name. Names are kept for ever: they come from source text, whose size is bounded, or are charged
    /// by whoever makes them up at run time.
    pub(crate) fn of(name: &str) -> Self {
        if let Some(known) = Self::known(name) {
            return known;
        }
        let mut table = TABLE.write().unwrap_or_else(PoisonError::into_inner);
        let next = table.texts.len() as u32;
        let Table { numbers, texts } = &mut *table;
        if let Some(number) = numbers.get(name) {
            return Self(*number);
        }
        let text: &'static str = Box::leak(Box::from(name));
        numbers.insert(text, next);
        texts.push(text);
        Self(next)
    }

    /// The symbol of a name that somebody has used before.
    pub(crate) fn known(name: &str) -> Option<Self> {
        let table = TABLE.read().unwrap_or_else(PoisonError::into_inner);
        table.numbers.get(name).copied().map(Self)
    }

    /// The name.
    pub(crate) fn text(self) -> &'static str {
        TABLE.read().unwrap_or_else(PoisonError::into_inner).texts[self.0 as usize]
    }

    /// A word that differs for different names.
    pub(crate) fn word(self) -> u64 {
        u64::from(self.0)
    }
}

/// Names that the machine itself looks for.
macro_rules! symbols {
    ($($name:ident = $text:literal,)+) => {
        /// Symbols that the machine itself looks for.
        #[derive(Clone, Copy, Debug)]
        pub(crate) struct Names { $(#[doc = $text] pub $name: Symbol,)+ }

        /// Symbols that the machine itself looks for.
        pub(crate) static NAMES: LazyLock<Names> = LazyLock::new(|| Names { $($name: Symbol::of($text),)+ });
    };
}

symbols! {
    aenter = "__aenter__",
    aexit = "__aexit__",
    aiter = "__aiter__",
    anext = "__anext__",
    await_ = "__await__",
    bool_ = "__bool__",
    call = "__call__",
    contains = "__contains__",
    del = "__del__",
    delattr = "__delattr__",
    delete = "__delete__",
    delitem = "__delitem__",
    doc = "__doc__",
    enter = "__enter__",
    eq = "__eq__",
    exit = "__exit__",
    format = "__format__",
    get = "__get__",
    getattr = "__getattr__",
    getattribute = "__getattribute__",
    getitem = "__getitem__",
    hash = "__hash__",
    index = "__index__",
    instancecheck = "__instancecheck__",
    iter = "__iter__",
    join = "join",
    len = "__len__",
    module = "__module__",
    next = "__next__",
    qualname = "__qualname__",
    repr = "__repr__",
    set = "__set__",
    setattr = "__setattr__",
    setitem = "__setitem__",
    slots = "__slots__",
    started = "_started",
    str_ = "__str__",
    subclasscheck = "__subclasscheck__",
}
