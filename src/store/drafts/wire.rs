//! A draft as TOML. It is read by this program only, or by a person in need.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};

use crate::format::{anchor_from_json, anchor_to_json};
use crate::model::{Label, NoteId, NoteKind, Symbol};

use super::Draft;

#[derive(Serialize, Deserialize)]
struct Wire {
    format: u32,
    session: String,
    note: String,
    symbol: String,
    paragraph: String,
    kind: String,
    editing: bool,
    started: String,
    body: String,
    anchor: Option<Map<String, Json>>,
}

pub(super) fn to_text(draft: &Draft, session: &str) -> Result<String, String> {
    let wire = Wire {
        format: 1,
        session: session.to_owned(),
        note: draft.note.0.clone(),
        symbol: draft.symbol.0.clone(),
        paragraph: draft.paragraph.to_string(),
        kind: draft.kind.word().to_owned(),
        editing: draft.editing,
        started: draft.started.to_string(),
        body: draft.body.clone(),
        anchor: draft.anchor.as_ref().map(anchor_to_json),
    };
    toml::to_string(&wire).map_err(|error| error.to_string())
}

/// The draft and the session that wrote it, or what is wrong.
pub(super) fn from_text(text: &str) -> Result<(Draft, String), String> {
    let wire: Wire = toml::from_str(text).map_err(|error| error.message().to_owned())?;
    if wire.format != 1 {
        return Err(format!("format = {}", wire.format));
    }
    let anchor =
        wire.anchor.map(|anchor| anchor_from_json(&anchor).ok_or_else(|| format!("anchor = {anchor:?}")));
    let draft = Draft {
        note: NoteId(wire.note),
        symbol: Symbol(wire.symbol),
        paragraph: Label::new(&wire.paragraph),
        kind: NoteKind::from_word(&wire.kind).ok_or_else(|| format!("kind = {:?}", wire.kind))?,
        body: wire.body,
        anchor: anchor.transpose()?,
        editing: wire.editing,
        started: wire.started.parse().map_err(|_| format!("started = {:?}", wire.started))?,
    };
    Ok((draft, wire.session))
}
