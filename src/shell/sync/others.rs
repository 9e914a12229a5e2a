//! Files that somebody else keeps in the same repository.
//!
//! Owns: how they are joined where two sides changed them. Must not know: the book.

use super::{
    git::{GitError, With},
    making::ATTRIBUTES,
    repository::{Entries, Repository},
};

/// The book is joined elsewhere: here git looks at what others changed.
const DRIVER: &str = "merge.ringoff.driver=true";
/// A git that does not know what it is asked for ends so.
const UNKNOWN: i32 = 129;

impl Repository {
    /// What is in two commits that are joined. What both sides changed differently only the
    /// person can join.
    pub(super) fn joined(&self, ours: &str, theirs: &str) -> Result<Entries, GitError> {
        let how = ["--name-only", "--no-messages", "-z", "--allow-unrelated-histories"];
        let args = [&["-c", DRIVER, "merge-tree", "--write-tree"][..], &how, &[ours, theirs]];
        let ran = self.maker.attempt(&args.concat(), None, With::Itself)?;
        let (mut all, mut clashes) = if ran.code == Some(UNKNOWN) {
            self.joined_at_the_top(ours, theirs)?
        } else if ran.worked || ran.says_no() {
            let out = String::from_utf8_lossy(&ran.out).into_owned();
            let mut told = out.split('\0').filter(|one| !one.is_empty()).map(str::to_owned);
            let tree = told.next().unwrap_or_default();
            (self.entries(&tree)?, told.collect::<Vec<String>>())
        } else {
            return Err(ran.failed());
        };
        if clashes.iter().any(|name| name == ATTRIBUTES) {
            self.join_attributes(&mut all, ours, theirs)?;
        }
        clashes.retain(|name| *name != self.file && name != ATTRIBUTES);
        clashes.dedup();
        if clashes.is_empty() {
            return Ok(all);
        }
        let name = self.tracking();
        let name = name.strip_prefix("refs/remotes/").unwrap_or(&name);
        Err(GitError::Clash(clashes, name.to_owned()))
    }

    /// The same for a git that cannot: a folder that both sides changed is one thing.
    fn joined_at_the_top(
        &self,
        ours: &str,
        theirs: &str,
    ) -> Result<(Entries, Vec<String>), GitError> {
        let before = match self.common(ours, theirs)?.first() {
            Some(before) => self.entries(before)?,
            None => Entries::new(),
        };
        let (ours, theirs) = (self.entries(ours)?, self.entries(theirs)?);
        let (mut all, mut clashes) = (Entries::new(), Vec::new());
        for name in ours.keys().chain(theirs.keys().filter(|name| !ours.contains_key(*name))) {
            let [from, one, other] = [&before, &ours, &theirs].map(|list| list.get(name));
            if one != other && one != from && other != from {
                clashes.push(String::from_utf8_lossy(name).into_owned());
            }
            if let Some(what) = if one == from { other } else { one } {
                all.insert(name.clone(), what.clone());
            }
        }
        Ok((all, clashes))
    }

    /// Every line of the attributes that either side has.
    fn join_attributes(&self, all: &mut Entries, ours: &str, theirs: &str) -> Result<(), GitError> {
        let mut lines: Vec<String> = Vec::new();
        for commit in [ours, theirs] {
            let Some(blob) = self.named(&format!("{commit}:{ATTRIBUTES}"))? else { continue };
            for line in self.git.run(&["cat-file", "blob", &blob])?.lines() {
                if !lines.iter().any(|known| known == line) {
                    lines.push(line.to_owned());
                }
            }
        }
        let blob = self.object("blob", format!("{}\n", lines.join("\n")).as_bytes())?;
        all.insert(ATTRIBUTES.into(), format!("100644 blob {blob}").into_bytes());
        Ok(())
    }
}
