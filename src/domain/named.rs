//! Enums whose variants have a word each.

/// An enum, the list of its variants and the word of each. The word is the one
/// in files, on the command line and in `--json`; the order is the one in which
/// the variants are shown.
macro_rules! named {
    ($(#[$about:meta])* $vis:vis enum $name:ident {
        $($(#[$each:meta])* $variant:ident = $word:literal,)+
    }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        $vis enum $name {
            $($(#[$each])* #[doc = concat!("\n\nIts word: `", $word, "`.")] $variant,)+
        }

        impl $name {
            /// Every one, in the order in which they are shown.
            $vis const ALL: [Self; [$($word),+].len()] = [$(Self::$variant),+];

            /// The word in files, on the command line and in `--json`.
            $vis fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }
        }
    };
}

pub(crate) use named;
