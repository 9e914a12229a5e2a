//! Services: add, edit, set, remove, and declaring the search over.

use jiff::civil::Date;

use super::{optional, spoken};
use crate::domain::{
    Case, Change, Id, Ignored, Item, ItemKind, Put, Refusal, Service, ServiceKind, ServiceState,
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
        let (note, also) = (optional(note), Vec::new());
        let service = Service { id, name, kind, state, since, note, also };
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
        let (note, also) = (optional(note), old.also.clone());
        let service = Service { id, name, kind, state, since, note, also };
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

    /// Adds what a scan found, as linked, at once: what is listed already is
    /// left out. Each has a name, its kind and other names it goes by.
    pub fn add_found(
        &self,
        found: impl IntoIterator<Item = (String, ServiceKind, Vec<String>)>,
        today: Date,
    ) -> Result<Change, Refusal> {
        let mut puts: Vec<Put<Service>> = Vec::new();
        for (name, kind, also) in found {
            let name = spoken(&name, Refusal::NoName)?;
            let id = Id::slug(&name);
            let taken = self.service(&id).is_ok() || puts.iter().any(|put| put.id == id);
            if id.is_empty() || taken {
                continue;
            }
            let (state, since) = (ServiceState::Linked, Some(today));
            let service = Service { id: id.clone(), name, kind, state, since, note: None, also };
            puts.push(Put { id, at: self.services.len() + puts.len(), value: Some(service) });
        }
        Ok(Change::Services(puts))
    }

    /// These names are not to be shown again by scans.
    pub fn ignore(&self, names: impl IntoIterator<Item = String>) -> Change {
        let mut puts: Vec<Put<Ignored>> = Vec::new();
        for name in names {
            let id = Id::slug(&name);
            let known = self.is_ignored(&name) || puts.iter().any(|put| put.id == id);
            if !id.is_empty() && !known {
                let at = self.ignored.len() + puts.len();
                puts.push(Put { id: id.clone(), at, value: Some(Ignored { id, name }) });
            }
        }
        Change::Ignored(puts)
    }

    /// The person does not want to see this name again.
    pub fn is_ignored(&self, name: &str) -> bool {
        let id = Id::slug(name);
        self.ignored.iter().any(|one| one.id == id)
    }

    /// The service that goes by one of these names.
    pub fn service_called<'a>(&self, names: impl IntoIterator<Item = &'a str>) -> Option<&Service> {
        let ids: Vec<Id> = names.into_iter().map(Id::slug).collect();
        self.services.iter().find(|one| {
            let own = [&one.name].into_iter().chain(&one.also).map(|name| Id::slug(name));
            own.chain([one.id.clone()]).any(|id| ids.contains(&id))
        })
    }

    /// Says that no further account is expected to turn up, or that the
    /// search goes on.
    pub fn end_search(&self, over: bool, today: Date) -> Change {
        Change::Search(over.then(|| self.search_over.unwrap_or(today)))
    }
}
