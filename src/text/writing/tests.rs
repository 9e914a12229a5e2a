use std::collections::BTreeMap;

use proptest::prelude::*;
use ron::ser::PrettyConfig;

use super::*;
use crate::text::ron_options;

#[derive(Clone, Debug, Serialize)]
enum Shape {
    #[serde(rename = "NaN")]
    Unit,
    One(Box<Self>),
    Two((u8, i64)),
    Fields {
        name: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        other: Option<Box<Self>>,
    },
    List(Vec<Self>),
    Map(BTreeMap<String, Self>),
    Maybe(Option<Optional>),
    Nothing {},
    Pair((bool, Wrapped)),
    Empty(()),
}

#[derive(Clone, Debug, Serialize)]
#[serde(transparent)]
struct Optional(Option<u32>);

#[derive(Clone, Debug, Serialize)]
struct Wrapped(Option<String>);

fn shape() -> impl Strategy<Value = Shape> {
    let text = "\\PC{0,9}|[\"'\\\\\n\t\r\u{0}\u{301}解a]{0,6}";
    let leaf = prop_oneof![
        Just(Shape::Unit),
        Just(Shape::Nothing {}),
        Just(Shape::Empty(())),
        any::<(u8, i64)>().prop_map(Shape::Two),
        any::<Option<Option<u32>>>().prop_map(|maybe| Shape::Maybe(maybe.map(Optional))),
        (any::<bool>(), proptest::option::of(text))
            .prop_map(|(is, text)| Shape::Pair((is, Wrapped(text)))),
    ];
    leaf.prop_recursive(7, 40, 4, move |inner| {
        let fields = (text, proptest::option::of(inner.clone()));
        prop_oneof![
            inner.clone().prop_map(|one| Shape::One(Box::new(one))),
            fields.prop_map(|(name, other)| Shape::Fields { name, other: other.map(Box::new) }),
            prop::collection::vec(inner.clone(), 0..4).prop_map(Shape::List),
            prop::collection::btree_map(text, inner, 0..3).prop_map(Shape::Map),
        ]
    })
}

proptest! {
    #[test]
    fn both_writers_agree(shape in shape(), lined in 0_usize..6) {
        let pretty = PrettyConfig::new().new_line("\n").indentor("  ").depth_limit(lined);
        let theirs = ron_options().to_string_pretty(&shape, pretty).expect("writes");
        let mut ours = String::new();
        write_lines(&shape, lined, &mut ours).expect("writes");
        prop_assert_eq!(ours, theirs);
    }
}

#[test]
fn what_no_file_has_is_refused() {
    let mut text = String::new();
    assert!(write_lines(&1.5, 4, &mut text).is_err());
    assert!(write_lines(&'a', 4, &mut text).is_err());
    let names: BTreeMap<&str, f64> = [("a", 1.0)].into();
    assert!(write_lines(&names, 4, &mut text).is_err());
}
