//! A draft as TOML. It is read by this program only, or by a person in need.

use serde::{Deserialize, Serialize};

use crate::model::{Anchor, AnchorState, NoteId, NoteKind, ParagraphNumber, Symbol};

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
    anchor: Option<WireAnchor>,
}

#[derive(Serialize, Deserialize)]
struct WireAnchor {
    language: String,
    exact: String,
    prefix: String,
    suffix: String,
    start: usize,
    end: usize,
    paragraph_hash: String,
    state: String,
}

pub(super) fn to_text(draft: &Draft, session: &str) -> Result<String, String> {
    let anchor = draft.anchor.clone().map(|anchor| WireAnchor {
        language: anchor.language,
        exact: anchor.exact,
        prefix: anchor.prefix,
        suffix: anchor.suffix,
        start: anchor.start,
        end: anchor.end,
        paragraph_hash: anchor.paragraph_hash,
        state: anchor.state.word().to_owned(),
    });
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
        anchor,
    };
    toml::to_string(&wire).map_err(|error| error.to_string())
}

/// The draft and the session that wrote it, or what is wrong.
pub(super) fn from_text(text: &str) -> Result<(Draft, String), String> {
    let wire: Wire = toml::from_str(text).map_err(|error| error.message().to_owned())?;
    if wire.format != 1 {
        return Err(format!("format = {}", wire.format));
    }
    let anchor = wire.anchor.map(|anchor| {
        let states = [AnchorState::Sure, AnchorState::Check, AnchorState::Orphan];
        let state = states.into_iter().find(|state| state.word() == anchor.state);
        Ok::<_, String>(Anchor {
            state: state.ok_or_else(|| format!("state = {:?}", anchor.state))?,
            language: anchor.language,
            exact: anchor.exact,
            prefix: anchor.prefix,
            suffix: anchor.suffix,
            start: anchor.start,
            end: anchor.end,
            paragraph_hash: anchor.paragraph_hash,
        })
    });
    let draft = Draft {
        note: NoteId(wire.note),
        symbol: Symbol(wire.symbol),
        paragraph: ParagraphNumber::new(&wire.paragraph),
        kind: NoteKind::from_word(&wire.kind).ok_or_else(|| format!("kind = {:?}", wire.kind))?,
        body: wire.body,
        anchor: anchor.transpose()?,
        editing: wire.editing,
        started: wire.started.parse().map_err(|_| format!("started = {:?}", wire.started))?,
    };
    Ok((draft, wire.session))
}
