//! Reading how lines of a carrier end. A day that people rely on is computed only
//! by a rule of which somebody is sure.

use std::collections::BTreeSet;

use ron::value::RawValue;

use super::piece::Reader;
use crate::{
    domain::{Confidence, Id, Route},
    playbook::{
        Ends, Playbook, Porting, Precondition, Problem, Refund, RefundKind, Source, way_out::WayOut,
    },
};

impl<'a> Reader<'a> {
    pub(super) fn ends(
        &mut self,
        piece: Option<&'a RawValue>,
        (known, sources): (&BTreeSet<Id>, &[&Source]),
        rules: &[&Precondition],
    ) -> Option<Ends> {
        let (ends, piece): (Ends, _) = (self.field(piece)?, piece?);
        let texts: Vec<_> = [&ends.means, &ends.counts].into_iter().chain(&ends.stop).collect();
        self.texts(piece, &texts);
        self.sources(piece, &ends.sources, known);
        let sure = |one: &&&Source| {
            ends.sources.contains(&one.id)
                && one.confidence == Confidence::High
                && one.date.is_some()
        };
        let computes = ends.rule.counted().is_some() || ends.prolonging.is_some();
        if computes && sources.iter().find(sure).is_none() {
            self.fault(piece, "sources", Problem::NotSure);
        }
        if !ends.stops_itself && ends.stop.is_none() {
            self.fault(piece, "stops_itself", Problem::Missing("stop".to_owned()));
        }
        if let Some(rule) = &ends.prolonging
            && !rules.iter().any(|one| one.id == rule.precondition)
        {
            let quoted = format!("\"{}\"", rule.precondition);
            let known = rules.iter().map(|one| one.id.as_str());
            self.fault(piece, &quoted, Problem::unknown(&rule.precondition, known));
        }
        Some(ends)
    }

    pub(super) fn refund(
        &mut self,
        piece: Option<&'a RawValue>,
        known: &BTreeSet<Id>,
    ) -> Option<Refund> {
        let (refund, piece): (Refund, _) = (self.field(piece)?, piece?);
        self.texts(piece, &[&refund.means]);
        self.sources(piece, &refund.sources, known);
        if refund.until.is_some() && refund.given == RefundKind::None {
            self.fault(
                piece,
                "until",
                Problem::Needless("until".to_owned(), "given: none".to_owned()),
            );
        }
        Some(refund)
    }

    pub(super) fn porting(
        &mut self,
        piece: Option<&'a RawValue>,
        known: &BTreeSet<Id>,
    ) -> Option<Porting> {
        let before = self.count();
        let (porting, piece): (Porting, _) = (self.field(piece)?, piece?);
        let figures = before == self.count();
        self.texts(piece, &[&porting.means]);
        self.sources(piece, &porting.sources, known);
        if let Some(window) = porting.window.filter(|window| figures && !window.is_sound()) {
            self.fault(piece, "window", Problem::Window(window.earliest, window.latest));
        }
        Some(porting)
    }

    /// What can be done with a line.
    pub(super) fn routes(&mut self, piece: Option<&'a RawValue>, can_port: bool) -> Vec<Route> {
        let Some(piece) = piece else { return Vec::new() };
        let routes: Vec<WayOut> = self.read(piece).unwrap_or_default();
        let routes: Vec<Route> = routes.into_iter().map(Route::from).collect();
        if routes.contains(&Route::Port) && !can_port {
            self.fault(piece, "port", Problem::Missing("porting".to_owned()));
        }
        routes
    }

    /// What a playbook leaves out must be something of its base.
    pub(super) fn left_out(
        &mut self,
        piece: Option<&'a RawValue>,
        ids: &[Id],
        base: Option<&Playbook>,
    ) {
        let Some(piece) = piece else { return };
        let known: BTreeSet<&Id> = base.iter().flat_map(|base| base.part_ids()).collect();
        for id in ids.iter().filter(|id| !known.contains(id)) {
            let problem = Problem::unknown(id, known.iter().map(|id| id.as_str()));
            self.fault(piece, &format!("\"{id}\""), problem);
        }
    }
}
