use proptest::prelude::*;

use super::{shares::at_ease, *};

/// Panes with so many rows each, some of them finished.
#[derive(Clone, Debug)]
struct Made {
    rows: Vec<u16>,
    finished: Vec<bool>,
    agenda: u16,
    moot: Option<PaneId>,
}

impl Content for Made {
    fn rows(&self, id: PaneId, _: u16) -> u16 {
        self.rows.get(id as usize).copied().unwrap_or_default()
    }

    fn is_finished(&self, id: PaneId) -> bool {
        self.finished.get(id as usize).copied().unwrap_or_default()
    }

    fn is_moot(&self, id: PaneId) -> bool {
        self.moot == Some(id)
    }

    fn is_empty(&self, id: PaneId) -> bool {
        self.rows(id, 0) == 0
    }

    fn agenda(&self, _: u16, in_full: bool) -> u16 {
        if in_full { self.agenda * 2 } else { self.agenda }
    }
}

fn made() -> impl Strategy<Value = Made> {
    let panes = PaneId::ALL.len();
    (
        proptest::collection::vec(prop_oneof![4 => 0_u16..9, 1 => 0_u16..300], panes),
        proptest::collection::vec(any::<bool>(), panes),
        0_u16..20,
        proptest::sample::select(vec![None, Some(PaneId::Documents), Some(PaneId::Safeguards)]),
    )
        .prop_map(|(rows, finished, agenda, moot)| Made { rows, finished, agenda, moot })
}

fn phase() -> impl Strategy<Value = Phase> {
    proptest::sample::select(Phase::ALL.to_vec())
}

fn body() -> impl Strategy<Value = Rect> {
    (80_u16..220, 20_u16..66).prop_map(|(width, height)| Rect::new(0, 3, width, height))
}

/// Everything that is drawn, by what it is.
fn places(plan: &Plan) -> Vec<(String, Rect)> {
    let panes = plan.panes.iter().chain(&plan.folded);
    let mut all: Vec<(String, Rect)> =
        panes.map(|(id, rect)| (id.word().to_owned(), *rect)).collect();
    all.extend(plan.stage.map(|rect| ("stage".to_owned(), rect)));
    all.extend(plan.agenda.map(|rect| ("agenda".to_owned(), rect)));
    all
}

/// The row below what stands across the top.
fn hero_bottom(plan: &Plan) -> u16 {
    let review = plan.panes.iter().find(|(id, _)| *id == PaneId::Review);
    review.map_or(0, |(_, rect)| rect.bottom())
}

proptest! {
    #[test]
    fn every_pane_has_a_place_inside_and_none_covers_another(
        body in body(), phase in phase(), made in made(),
    ) {
        let plan = plan(body, phase, &made).expect("there is room");
        let all = places(&plan);
        for (at, (name, rect)) in all.iter().enumerate() {
            prop_assert!(rect.width > 0 && rect.height > 0, "{name} {rect:?}");
            prop_assert_eq!(rect.intersection(body), *rect, "{}", name);
            for (other, beside) in all.iter().skip(at + 1) {
                prop_assert!(rect.intersection(*beside).is_empty(), "{name} {other}");
            }
        }
        for id in PaneId::ALL {
            prop_assert!(all.iter().any(|(name, _)| name == id.word()), "{}", id.word());
        }
    }

    #[test]
    fn the_three_panes_asked_for_are_always_there(
        body in body(), phase in phase(), made in made(),
    ) {
        let plan = plan(body, phase, &made).expect("there is room");
        let all = places(&plan);
        for id in [PaneId::Preconditions, PaneId::Documents, PaneId::Review] {
            prop_assert!(all.iter().any(|(name, _)| name == id.word()), "{}", id.word());
        }
        prop_assert!(plan.panes.iter().any(|(id, _)| *id == PaneId::Review), "the countdown");
    }

    /// What comes or goes changes how many rows a pane has, never its column.
    #[test]
    fn whatever_comes_no_pane_goes_to_another_column(
        body in body(), phase in phase(), before in made(), after in made(),
    ) {
        let columns = |made: &Made| {
            let plan = plan(body, phase, made).expect("there is room");
            let all = places(&plan).into_iter();
            // The countdown and the agenda share a row, by what is dated.
            let stays = |name: &str| name != "review" && name != "agenda";
            let mut all: Vec<(String, u16)> =
                all.filter(|(name, _)| stays(name)).map(|(name, rect)| (name, rect.x)).collect();
            all.sort();
            all
        };
        prop_assert_eq!(columns(&before), columns(&after));
    }

    /// A pane has all its rows, or its column has none to spare.
    #[test]
    fn nothing_is_cut_while_the_window_has_room(
        body in body(), phase in phase(), made in made(),
    ) {
        let plan = plan(body, phase, &made).expect("there is room");
        let all = places(&plan);
        let explains = body.width >= EXPLAINS.0 && body.height >= EXPLAINS.1;
        for (id, rect) in plan.panes.iter().chain(&plan.folded) {
            let empty = made.is_empty(*id) && (explains || SAID.contains(id));
            let mends = phase == Phase::Rejected;
            let finished = (phase.counts() || mends) && made.is_finished(*id);
            let want = made.rows(*id, 0).max(1) + FRAME;
            let folds = phase.is_past(*id) || finished || empty || made.is_moot(*id);
            if rect.height >= want || folds || *id == PaneId::Review {
                continue;
            }
            let column = all.iter().filter(|(_, other)| other.x == rect.x);
            let bottom = column.map(|(_, other)| other.bottom()).max().unwrap_or_default();
            let spare = body.bottom() - bottom;
            // Less than a frame with a row would be of no use.
            prop_assert!(spare < LEAST, "{}: {spare} rows", id.word());
        }
    }

    /// No list and no log has a frame around rows that nothing stands in.
    #[test]
    fn a_list_has_no_rows_to_spare(body in body(), phase in phase(), made in made()) {
        let plan = plan(body, phase, &made).expect("there is room");
        for (id, rect) in &plan.panes {
            let grows = *id == PaneId::Review;
            let most = made.rows(*id, 0).max(1) + FRAME;
            prop_assert!(grows || rect.height <= most, "{} {rect:?}", id.word());
        }
    }

    /// What was said, what is looked up and what is dated has rows in the column of an
    /// explanation only once that has its own.
    #[test]
    fn an_explanation_has_its_rows_first(body in body(), phase in phase(), made in made()) {
        let plan = plan(body, phase, &made).expect("there is room");
        if let Some(stage) = plan.stage {
            let top = if phase.counts() { hero_bottom(&plan) } else { body.y };
            let ease = at_ease(phase).min((body.bottom() - top) * 3 / 5);
            let yields =
                [PaneId::Contacts, PaneId::Obstacles, PaneId::Line, PaneId::Timeline];
            let open = plan.panes.iter().filter(|(id, _)| yields.contains(id));
            for (id, rect) in open.filter(|(_, rect)| rect.x == stage.x) {
                prop_assert!(stage.height >= ease, "{} {rect:?} {stage:?}", id.word());
            }
        }
    }

    /// Panes stand below one another by number.
    #[test]
    fn in_a_column_panes_stand_by_number(body in body(), phase in phase(), made in made()) {
        let plan = plan(body, phase, &made).expect("there is room");
        let all: Vec<_> = plan.panes.iter().chain(&plan.folded).collect();
        for (id, rect) in &all {
            // The countdown stands where it is large.
            let other = all.iter().filter(|(other, beside)| {
                let same = (beside.x, beside.width) == (rect.x, rect.width);
                same && beside.y < rect.y && ![*id, *other].contains(&PaneId::Review)
            });
            for (other, _) in other {
                prop_assert!((*other as usize) < *id as usize, "{} {}", other.word(), id.word());
            }
        }
    }

    /// A key that selects a pane neither moves nor reorders others: a folded one opens over
    /// its line, within its column, and each whose name it covers is named by number in its
    /// edge.
    #[test]
    fn focusing_a_pane_neither_moves_nor_reorders_others(
        body in body(), phase in phase(), made in made(),
    ) {
        let plan = plan(body, phase, &made).expect("there is room");
        let all: Vec<_> = plan.panes.iter().chain(&plan.folded).copied().collect();
        for focus in PaneId::ALL {
            let line = plan.folded.iter().find(|(id, _)| id == focus).map(|(_, rect)| *rect);
            let opened = plan.opened(*focus, body, |_| made.rows(*focus, 0));
            prop_assert_eq!(line.is_some(), opened.is_some(), "{}", focus.word());
            let (Some(line), Some(opened)) = (line, opened) else { continue };
            let rect = opened.rect;
            prop_assert_eq!(rect.intersection(body), rect, "{}", focus.word());
            // Over its line; where that would tear what stands above, in the explanation.
            let told = plan.stage.is_some_and(|stage| rect.intersection(stage) == rect);
            prop_assert!(rect.intersection(line) == line || told, "{} {rect:?}", focus.word());
            prop_assert!((3..=body.height).contains(&rect.height), "{} {rect:?}", focus.word());
            let others = all.iter().filter(|(id, _)| id != focus);
            let hidden = others.clone().filter(|(_, one)| {
                !one.intersection(rect).is_empty() && one.y >= rect.y
            });
            let mut hidden: Vec<PaneId> = hidden.map(|(id, _)| *id).collect();
            hidden.sort_by_key(|id| *id as usize);
            prop_assert_eq!(&opened.covered, &hidden, "{}", focus.word());
            for (id, one) in others {
                // What it stands in keeps its sides; no column but its own is touched.
                let inside = one.x < rect.right() && rect.x < one.right();
                let hero = *id == PaneId::Review && phase.counts();
                let touched = !one.intersection(rect).is_empty();
                prop_assert!(!touched || inside && !hero, "{}", id.word());
                let left = one.bottom().saturating_sub(rect.bottom());
                prop_assert!(!inside || one.y >= rect.bottom() || left != 1, "{}", id.word());
            }
        }
    }

    /// What is not needed is a line, and what is cut has the rows.
    #[test]
    fn what_is_not_needed_is_one_line(body in body(), phase in phase(), made in made()) {
        let plan = plan(body, phase, &made).expect("there is room");
        for (id, rect) in &plan.panes {
            prop_assert!(!made.is_moot(*id) || *id == PaneId::Review, "{} {rect:?}", id.word());
        }
    }

    #[test]
    fn what_is_finished_is_one_line_while_one_waits_or_mends(
        body in body(), made in made(), mends: bool,
    ) {
        let phase = if mends { Phase::Rejected } else { Phase::Waiting };
        let plan = plan(body, phase, &made).expect("there is room");
        for (id, rect) in &plan.panes {
            prop_assert!(*id == PaneId::Review || !made.is_finished(*id), "{} {rect:?}", id.word());
        }
    }
}

#[test]
fn a_small_window_has_one_pane() {
    let made = Made { rows: vec![3; 9], finished: vec![false; 9], agenda: 3, moot: None };
    assert_eq!(plan(Rect::new(0, 3, 79, 40), Phase::Preparing, &made), None);
    assert_eq!(plan(Rect::new(0, 3, 120, 18), Phase::Preparing, &made), None);
    let single = Plan::single(PaneId::Line, Rect::new(0, 3, 50, 11));
    assert_eq!(single.panes, [(PaneId::Line, Rect::new(0, 4, 50, 10))]);
}
