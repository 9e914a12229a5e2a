use super::*;

#[test]
fn the_built_in_themes_have_no_fault_and_name_every_role() {
    for name in BUILT_IN {
        let source = std::fs::read_to_string(format!("assets/themes/{name}.ron")).expect("a file");
        let file: File<'_> = read_ron(&source).unwrap_or_else(|error| panic!("{name}: {error}"));
        let mut theme = Theme { styles: [Style::new(); _], signs: Signs::Full };
        assert_eq!(theme.lay_over(&file, &source, Depth::True), [], "{name}");
        assert_eq!(Theme::named(name, Depth::True), Some(theme), "{name}: both ways agree");
        for role in Role::ALL {
            assert!(file.roles.contains_key(role.word()), "{name}: {}", role.word());
        }
    }
}

#[test]
fn the_example_of_the_guide_is_a_theme_without_fault() {
    let guide = include_str!("../../../docs/EXTENDING.md");
    let part = guide.split("## A theme").nth(1).expect("a part");
    let block = part.split("```ron\n").nth(1).and_then(|rest| rest.split("```").next());
    let block = block.expect("a block");
    let file: File<'_> = read_ron(block).unwrap_or_else(|error| panic!("{error}"));
    let mut theme = Theme::named(file.base.as_deref().expect("a base"), Depth::True).expect("one");
    let before = theme;
    assert_eq!(theme.lay_over(&file, block, Depth::True), []);
    assert_ne!(theme, before, "it changes something");
}

#[test]
fn every_text_can_be_read() {
    // The terminal's own colours are not ours, and `plain` has none.
    for name in Theme::names().filter(|name| !["own", "plain"].contains(name)) {
        let least = if name == "contrast" { 7.0 } else { 4.5 };
        for depth in [Depth::True, Depth::Many] {
            let theme = Theme::named(name, depth).expect("a theme");
            for role in Role::ALL {
                let style = theme.style(role);
                let found = contrast(style.fg.expect("a colour"), style.bg.expect("a ground"))
                    .expect("fixed colours");
                // A frame is no text, and what lies behind a dialog is not to be read: 3:1 is what WCAG asks for it.
                let least = if matches!(role, Role::Border | Role::Behind) { 3.0 } else { least };
                assert!(found >= least, "{name} {depth:?} {role:?}: {found:.2}");
            }
            let ground = theme.style(Role::Ground).bg.expect("a ground");
            let selected = theme.style(Role::Selected).bg.expect("a ground");
            let apart = contrast(ground, selected).expect("fixed colours");
            assert!(apart >= 1.2, "{name}: the selection stands out");
        }
    }
}

#[test]
fn in_the_selected_row_a_state_keeps_its_colour_and_can_be_read() {
    for name in Theme::names().filter(|name| *name != "plain") {
        for depth in [Depth::Sixteen, Depth::Many, Depth::True] {
            let theme = Theme::named(name, depth).expect("a theme");
            for role in [Role::Good, Role::Soon, Role::Bad] {
                let Some(drawn) = theme.selected(role) else {
                    assert!(name == "own" || depth == Depth::Sixteen, "{name} {depth:?} {role:?}");
                    continue;
                };
                assert_eq!(drawn.fg, theme.style(role).fg, "{name} {depth:?} {role:?}");
                if let Some(found) = contrast(drawn.fg.expect("one"), drawn.bg.expect("one")) {
                    assert!(found >= 4.5, "{name} {depth:?} {role:?}: {found:.2}");
                }
            }
            assert_eq!(theme.selected(Role::Text), None);
        }
        let theme = Theme::named(name, Depth::None).expect("a theme");
        assert_eq!(theme.selected(Role::Bad), None, "without colours the bar is as it was");
    }
}

#[test]
fn without_colours_there_are_none() {
    for name in Theme::names() {
        let theme = Theme::named(name, Depth::None).expect("a theme");
        for role in Role::ALL {
            let style = theme.style(role);
            assert_eq!((style.fg, style.bg), (Some(Color::Reset), Some(Color::Reset)));
        }
        assert!(theme.style(Role::Selected).add_modifier.contains(Modifier::REVERSED));
        assert!(Theme::named(name, Depth::Sixteen).is_some());
    }
}

#[test]
fn a_persons_theme_changes_what_it_names_and_complains_of_the_rest() {
    let source = "(\nbase: \"dark\",\nroles: {\n\"good\": (fg: \"#00ff00\", bold: true),\n\
                  \"bad\": (fg: \"crimson\"),\n\"loud\": (),\n\"key\": (blink: true),\n})";
    let (theme, faults) = Theme::of_person(source, Depth::True);
    let dark = Theme::named("dark", Depth::True).expect("a theme");
    assert_eq!(theme.style(Role::Good).fg, Some(Color::Rgb(0, 255, 0)));
    assert!(theme.style(Role::Good).add_modifier.contains(Modifier::BOLD));
    assert_eq!(theme.style(Role::Bad), dark.style(Role::Bad));
    assert!(
        matches!(
            faults.as_slice(),
            [
                ThemeFault::NoColour(5, colour),
                ThemeFault::Unreadable(RonError { place: Position { line: 7, .. }, .. }),
                ThemeFault::NoRole(6, role),
            ] if colour == "crimson" && role == "loud"
        ),
        "{faults:?}"
    );
    let (theme, faults) = Theme::of_person("(base: \"drak\")", Depth::True);
    assert_eq!(theme, Theme::own());
    assert_eq!(faults, [ThemeFault::NoBase(1, "drak".into())]);
    let (theme, faults) = Theme::of_person("(roles: [])", Depth::True);
    assert_eq!(theme, Theme::own());
    let [ThemeFault::Unreadable(error)] = faults.as_slice() else { panic!("{faults:?}") };
    assert_eq!(error.place.line, 1);
    // A selection that cannot be seen is mended.
    let hidden = "(roles: {\"selected\": (reverse: false, bg: \"default\")})";
    let (theme, _) = Theme::of_person(hidden, Depth::True);
    assert!(theme.style(Role::Selected).add_modifier.contains(Modifier::REVERSED));
}

proptest::proptest! {
    #[test]
    fn any_theme_is_read_or_complained_of(text in "\\(roles: \\{(\"[a-z]{1,8}\": \\(fg: \"[^\"\\\\]{0,8}\"\\),\n){0,4}\\}\\)|\\PC{0,40}") {
        let (theme, _) = Theme::of_person(&text, Depth::Many);
        let selected = theme.style(Role::Selected);
        let seen = selected.add_modifier.contains(Modifier::REVERSED) || selected.bg != Some(Color::Reset);
        proptest::prop_assert!(seen);
    }
}
