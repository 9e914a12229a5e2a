//! The laws of merging where a merge before has left questions, and both sides answer them.

use proptest::{prelude::*, test_runner::TestCaseError};

use super::{Step, book, comes_back, config, go_on, merged_lawfully, sideless, steps};
use crate::domain::Book;

/// Mostly answers to what waits.
fn answering() -> impl Strategy<Value = Vec<Step>> {
    let kind = prop_oneof![3 => Just(12_u8), 1 => any::<u8>()];
    prop::collection::vec((kind, any::<u8>(), any::<u8>()), 0..8)
}

/// On a book with questions, which both sides go on with and may answer.
fn is_lawful_answered(sides: [&[Step]; 2], answered: [&[Step]; 2]) -> Result<(), TestCaseError> {
    let [one, other] =
        [(sides[0], 1_000), (sides[1], 1_003)].map(|(steps, offset)| go_on(&book(), steps, offset));
    let base = Book::merge(&book(), &one, &other).book;
    let ours = go_on(&base, answered[0], 2_000);
    let theirs = go_on(&base, answered[1], 2_003);
    let merged = merged_lawfully(&base, &ours, &theirs)?;
    // Going on from there, another machine that has seen one side only.
    prop_assert_eq!(sideless(&Book::merge(&ours, &merged, &ours).book), sideless(&merged));
    comes_back(&merged)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn merging_is_lawful_where_both_sides_answer_questions(
        left in steps(), right in steps(), mine in answering(), other in answering(),
    ) {
        is_lawful_answered([&left, &right], [&mine, &other])?;
    }
}
