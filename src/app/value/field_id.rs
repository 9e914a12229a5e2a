//! Which field of a form it is.

use crate::domain::named;

named! {
    /// Which field of a form it is. The words of the field derive from its name.
    pub enum FieldId {
        Playbook = "playbook",
        Label = "label",
        Number = "number",
        Holder = "holder",
        OwnName = "own-name",
        ReplyTo = "reply-to",
        Abroad = "abroad",
        Route = "route",
        Name = "name",
        Kind = "kind",
        State = "state",
        Note = "note",
        Title = "title",
        Required = "required",
        Path = "path",
        Channel = "channel",
        On = "on",
        Asked = "asked",
        Agent = "agent",
        Reference = "reference",
        Promised = "promised",
        AnswerBy = "answer-by",
        FollowUp = "follow-up",
        Class = "class",
        Registered = "registered",
        ActiveUntil = "active-until",
        LastUsed = "last-used",
        LastTopUp = "last-used-top-up",
        GraceUntil = "grace-until",
        Credit = "credit",
        Reason = "reason",
        Verdict = "verdict",
        Confirmation = "confirmation",
        About = "about",
        Window = "window",
        Region = "region",
        Closed = "closed",
        Open = "open",
        Until = "until",
        File = "file",
        Refused = "refused",
        Export = "export",
        To = "to",
        WaitUntil = "wait-until",
    }
}

impl FieldId {
    /// Whether files that are there are offered for it.
    pub(crate) fn is_offered_files(self) -> bool {
        matches!(self, Self::Path | Self::Export | Self::Confirmation)
    }

    /// The key of its label.
    pub fn label(self) -> String {
        format!("ui-field-{}", self.word())
    }
}
