//! Accounts that trust, or trusted, the number.

use crate::{
    app::{
        pane::{Column, Pane, Row, Sign, out_of},
        scene::Scene,
    },
    domain::{Item, ItemKind, Progress, Service, ServiceState},
};

pub(crate) const PANE: Pane = Pane {
    id: "services",
    column: Column::Left,
    shared: false,
    weight: 6,
    least: 3,
    len: |scene| scene.words.case.services.len(),
    row: |scene, at| scene.words.case.services.get(at).map(|service| row(scene, service)),
    count: |scene| {
        let services = &scene.words.case.services;
        let done = services.iter().filter(|one| one.state.is_released()).count();
        out_of(Progress { done, total: services.len() })
    },
};

fn row(scene: &Scene<'_>, service: &Service) -> Row {
    let text = scene.words.text;
    let late = scene.standing.stage.is_over() && service.state == ServiceState::Linked;
    Row {
        item: Some(Item::new(ItemKind::Service, &service.id)),
        sign: match service.state {
            _ if late => Sign::Alert,
            ServiceState::Linked => Sign::Open,
            ServiceState::Moved | ServiceState::Closed => Sign::Done,
            ServiceState::Unsure => Sign::Unsure,
        },
        title: service.name.clone(),
        word: text.get(&format!("word-service-{}", service.state.word())).into_owned(),
        note: match &service.note {
            Some(note) => note.clone(),
            None => text.get(&format!("word-kind-{}", service.kind.word())).into_owned(),
        },
    }
}
