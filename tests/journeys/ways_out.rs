//! Every playbook that comes with the program, walked in the dashboard from opening to
//! closed, on each of its routes. The keys follow from what the playbook asks for.

use ringoff::{
    domain::{Book, Id, Route, Stage as CaseStage},
    playbook::Library,
    store::read,
    text::{Lang, Text},
};

use super::stage::Stage;

/// Beginnings of the keys of messages: one that is shown has no message.
const KEYS: [&str; 6] = ["say-", "ui-", "cli-", "word-", "fault-", "holiday-"];

/// A person before the dashboard, with a line of one carrier.
struct Person<'a> {
    playbooks: &'a Library,
    id: Id,
    route: Route,
    stage: Stage,
    text: Text,
}

impl Person<'_> {
    /// Where the case stands, by the file and by the screen: the header has the word for
    /// it, and no row shows the key of a message.
    fn stands(&self, wanted: CaseStage) {
        let playbook = self.playbooks.find(&self.id).expect("comes with the program");
        let what = format!("{} {} {}", self.id, self.route.word(), self.text.lang());
        let file = self.stage.file("progress.ron").join("\n") + "\n";
        let (book, _): (Book, _) = read(file.as_bytes()).expect("a whole book");
        let case = book.cases.first().expect("a case");
        let stage = playbook.status(case, self.stage.today(&self.id)).stage;
        let rows = self.stage.picture();
        assert_eq!(stage, wanted, "{what}\n{}", rows.join("\n"));
        // A port has words of its own, and so has a carrier that another one is asked about.
        let end = if case.route == Route::Port { "-port" } else { "-elsewhere" };
        let key = format!("word-stage-{}", stage.word());
        let words = [format!("{key}{end}"), key].map(|key| self.text.get(&key).into_owned());
        let mut words = words.iter().filter(|word| !word.starts_with("word-"));
        let header = rows.iter().find(|row| row.starts_with(" ringoff")).expect("a header");
        assert!(words.any(|word| header.contains(word)), "{what}: no word for {stage:?}: {header}");
        for row in &rows {
            let shown =
                row.split_whitespace().any(|word| KEYS.iter().any(|key| word.starts_with(key)));
            assert!(!shown, "{what} shows a key: {row}");
        }
    }

    /// Ticks the rows of a pane, as many as there are.
    fn ticks(&mut self, pane: &str, rows: usize) {
        self.stage.keys(&format!("{pane} g g"));
        for _ in 0..rows {
            self.stage.keys("space j");
        }
    }

    /// Opens a case of a line that is kept, with the dates that the carrier shows or the
    /// day of the last use.
    fn keeps(&mut self) {
        let playbook = self.playbooks.find(&self.id).expect("comes with the program");
        self.stage.keys("C");
        self.stage.choose(&format!("carrier {}", self.id));
        self.stage.keys("tab tab tab tab tab");
        self.stage.type_text("2026-12-26");
        self.stage.keys("tab");
        self.stage.type_text("2027-01-25");
        self.stage.keys("tab tab");
        self.stage.choose("route keep");
        self.stage.keys("ctrl-s");
        let rule = playbook.ends.as_ref().map(|ends| format!("{:?}", ends.rule));
        if rule.is_some_and(|rule| rule.starts_with("After")) {
            self.stage.keys("8 e tab tab tab tab tab tab");
            self.stage.type_text("2026-11-20");
            self.stage.keys("ctrl-s");
        }
        self.stands(CaseStage::Kept);
    }

    /// Sees to everything that the playbook asks for on this way out.
    fn prepares(&mut self) {
        let playbook = self.playbooks.find(&self.id).expect("comes with the program");
        self.stage.keys("E tab");
        self.stage.choose(&format!("route {}", self.route.word()));
        self.stage.keys("ctrl-s");
        let asked = |routes: &[Route]| routes.is_empty() || routes.contains(&self.route);
        // A number that moves keeps its accounts: there may be nothing else to see to.
        let mut others = playbook.preconditions.iter().filter(|rule| !rule.follows_accounts);
        let gated = self.route != Route::Port || others.any(|rule| asked(&rule.routes));
        self.stands(if gated { CaseStage::Preparing } else { CaseStage::Ready });
        let rules = playbook.preconditions.iter();
        let rules = rules.map(|rule| (asked(&rule.routes), rule.follows_accounts, rule.can_settle));
        let rules: Vec<_> = rules.collect();
        self.stage.keys("1 g g");
        for rule in rules {
            // What can be paid asks whether it was; the accounts ask whether they are all.
            self.stage.keys(match rule {
                (false, ..) => "j",
                (true, true, _) => "space j enter j",
                (true, false, true) => "space enter j",
                (true, false, false) => "space j",
            });
        }
        if self.route == Route::Apply {
            // Nothing was owed and paid, so that no receipt is asked for, and it is the own line.
            let needs = playbook.documents.iter().map(|one| format!("{:?}", one.needed));
            let rows =
                needs.filter(|one| !one.starts_with("WhenSettled") && one != "OnBehalf").count();
            self.ticks("3", rows);
        }
        self.ticks("6", playbook.safeguards.len());
    }

    /// Asks the carrier, or the new one, and hears that it is done.
    fn applies(&mut self) {
        self.stands(CaseStage::Ready);
        self.stage.keys("s ctrl-s");
        self.stands(CaseStage::UnderReview);
        self.stage.at("2026-12-04T04:00:00Z");
        self.stage.keys("o right tab tab");
        self.stage.type_text("MADE-UP");
        self.stage.keys("ctrl-s");
    }
}

/// Walks each route of each playbook in one language.
pub(crate) fn walk(lang: Lang) {
    let library = Library::default();
    let mut walked = 0;
    for id in library.ids() {
        let playbook = library.find(id).expect("comes with the program");
        assert!(!playbook.routes.is_empty(), "{id}");
        for route in playbook.routes.clone() {
            let now = "2026-11-26T04:00:00Z";
            let stage = Stage::new(lang.tag(), "100x30", now, "empty", "Europe/London");
            let (id, text) = (id.clone(), Text::new(lang));
            let mut person = Person { playbooks: &library, id, route, stage, text };
            person.keeps();
            person.prepares();
            if route == Route::Lapse {
                person.stands(CaseStage::Lapsing);
            } else {
                person.applies();
            }
            person.stage.at("2028-06-01T04:00:00Z");
            person.stands(CaseStage::Closed);
            let open = person.text.with("ui-told-preparing-port", &[("count", 0.into())]);
            let told = person.stage.picture().join("\n");
            assert!(!told.contains(&open), "a number that was taken along is asked for: {told}");
            walked += 1;
        }
    }
    assert!(walked > 2 * library.ids().len(), "every carrier has two ways out and more: {walked}");
}
