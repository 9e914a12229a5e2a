//! Services: add, edit, set, remove, and declaring the search over.

use jiff::civil::Date;

use super::{optional, spoken};
use crate::domain::{
    Case, Change, Id, Item, ItemKind, Put, Refusal, Service, ServiceKind, ServiceState,
};

impl Case {
    /// The service with this id.
    pub fn service(&self, id: &Id) -> Result<&Service, Refusal> {
        self.services
            .iter()
            .find(|service| service.id == *id)
            .ok_or_else(|| Refusal::NoSuchItem(Item::new(ItemKind::Service, id).to_string()))
    }

    /// Adds an account. Names are compared by their slug, so that "May Bank"
    /// and "may-bank" are one.
    pub fn add_service(
        &self,
        name: &str,
        kind: ServiceKind,
        state: ServiceState,
        note: Option<String>,
        today: Date,
    ) -> Result<Change, Refusal> {
        let name = spoken(name, Refusal::NoName)?;
        let id = Id::slug(&name);
        if id.is_empty() {
            return Err(Refusal::NoName);
        }
        if let Ok(known) = self.service(&id) {
            return Err(Refusal::Duplicate(known.name.clone()));
        }
        let since = Some(today);
        let service = Service { id, name, kind, state, since, note: optional(note) };
        Ok(Change::Service(Put::add(&self.services, service)))
    }

    /// Replaces everything about a service but its id.
    pub fn edit_service(
        &self,
        id: &Id,
        name: &str,
        kind: ServiceKind,
        state: ServiceState,
        note: Option<String>,
        today: Date,
    ) -> Result<Change, Refusal> {
        let old = self.service(id)?;
        let name = spoken(name, Refusal::NoName)?;
        let slug = Id::slug(&name);
        if slug.is_empty() {
            return Err(Refusal::NoName);
        }
        if let Some(other) = self.services.iter().find(|one| one.id != *id && one.id == slug) {
            return Err(Refusal::Duplicate(other.name.clone()));
        }
        let since = if old.state == state { old.since } else { Some(today) };
        let id = id.clone();
        let service = Service { id, name, kind, state, since, note: optional(note) };
        Ok(Change::Service(Put::replace(service)))
    }

    /// Says whether the account still trusts the number.
    pub fn set_service(
        &self,
        id: &Id,
        state: ServiceState,
        today: Date,
    ) -> Result<Change, Refusal> {
        let old = self.service(id)?;
        let since = if old.state == state { old.since } else { Some(today) };
        let service = Service { state, since, ..old.clone() };
        Ok(Change::Service(Put::replace(service)))
    }

    /// Takes an account off the list.
    pub fn remove_service(&self, id: &Id) -> Result<Change, Refusal> {
        self.service(id)?;
        Ok(Change::Service(Put::remove(id)))
    }

    /// Says that no further account is expected to turn up, or that the
    /// search goes on.
    pub fn end_search(&self, over: bool, today: Date) -> Change {
        Change::Search(over.then(|| self.search_over.unwrap_or(today)))
    }
}
