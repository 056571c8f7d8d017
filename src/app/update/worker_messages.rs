//! Answers from outside: saving, searching, the editor, other hands.

use super::{notes, rereading, search_bar, settings, versions};
use crate::app::searching::{hits_in, pick_again};
use crate::app::{
    About, App, Ask, DiskEffect, Effect, Entry, Loosest, Mode, Msg, OpenDocument, PendingNavigation, Reach,
    Shell,
};
use crate::layout::keep_in_view;
use crate::messages::user_message;
use crate::search::SearchResults;

pub fn on_outside(app: &mut App, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Found { generation, found, reach } => on_found(app, generation, found, reach),
        Msg::Looser { generation, query } => {
            if let Mode::Search(bar) = &mut app.shell.mode
                && bar.generation == generation
            {
                bar.loosest = query.map_or(Loosest::Nothing, Loosest::Query);
            }
            Vec::new()
        }
        Msg::DraftNotKept(why) => {
            app.shell.tell(user_message("draft-not-kept").and("why", why));
            Vec::new()
        }
        Msg::Exported(name) => {
            app.shell.tell(user_message("exported").with("name", name));
            Vec::new()
        }
        Msg::ExportExists { name, text } => {
            if matches!(app.shell.mode, Mode::Browse) && app.open.is_some() {
                app.shell.ask(Ask::Overwrite { name, text });
            } else {
                // A question that comes while one types would be answered by what one types.
                app.shell.tell(user_message("export-exists").with("name", name));
            }
            Vec::new()
        }
        Msg::NotExported(why) => {
            app.shell.tell(why);
            Vec::new()
        }
        Msg::Settings { lines, file } => {
            settings::take_in(&mut app.shell, lines, file);
            Vec::new()
        }
        Msg::SettingChanged { live, said } => settings::changed(&mut app.shell, live, said),
        Msg::Remark(why) => {
            app.shell.notices.remark(About::Key, why);
            Vec::new()
        }
        Msg::Opened(opened) => {
            app.open(*opened);
            app.first_effects()
        }
        Msg::Turned { source, document } => versions::turned(app, source, document),
        Msg::Listed { source, read } => {
            app.correct_list(source, read);
            Vec::new()
        }
        Msg::NotOpened { source, why } => {
            app.shell.opening = false;
            // Who was on the way to a hit stays, with the hits.
            if let Some(PendingNavigation::Hit { hits, .. }) = app.shell.coming.take()
                && let Some(open) = &mut app.open
            {
                open.view.hits = Some(*hits);
            }
            // A version that cannot be read leaves the others readable.
            let only = |entry: &&mut Entry| {
                entry.versions.len() == 1 && entry.versions.iter().any(|v| Some(v.source) == source)
            };
            if let Some(entry) = app.shell.entries.iter_mut().find(only) {
                entry.trouble = Some(why.clone());
            }
            app.shell.tell(why);
            Vec::new()
        }
        other => match &mut app.open {
            Some(open) => on_document(&mut app.shell, open, other),
            None => Vec::new(),
        },
    }
}

/// What is told of the open document.
fn on_document(shell: &mut Shell, open: &mut OpenDocument, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Saved { sequence, at, mine, drafts, remarks } => {
            let effects = open.saved(shell, sequence, at, mine.map(|mine| *mine), drafts);
            // All of them: what was lost is not less lost for two sides having differed in the same moment.
            remarks.into_iter().for_each(|remark| shell.notices.remark(About::Key, remark));
            effects
        }
        Msg::NotSaved { why } => {
            open.not_saved(shell, why);
            Vec::new()
        }
        Msg::Reviews { mine, others, read_only } => {
            open.others = others;
            open.read_only = read_only;
            open.group_notes();
            vec![match mine {
                Some(mine) => open.take_from_disk(*mine),
                None => open.index(),
            }]
        }
        Msg::Missing(lost) => {
            open.lost = *lost;
            Vec::new()
        }
        Msg::Edited { draft, stamp } => notes::save(shell, open, *draft, &stamp),
        Msg::NotEdited { draft, beside, why } => {
            let mut keep = vec![Effect::Disk(DiskEffect::KeepDraft(draft.clone()))];
            notes::open_box(shell, open, *draft);
            if let Some(beside) = beside {
                keep.push(Effect::Disk(DiskEffect::KeepDraft(beside.clone())));
                open.drafts.push(*beside);
            }
            shell.tell(why);
            keep
        }
        Msg::Kept(draft) => {
            shell
                .notices
                .remark(About::Key, user_message("draft-from-editor").with("number", &draft.paragraph));
            open.drafts.push(*draft);
            Vec::new()
        }
        Msg::Reread { source, document } => rereading::reread(shell, open, source, document),
        Msg::TextStale { source, why } => {
            rereading::stale(shell, open, source, why);
            Vec::new()
        }
        _ => Vec::new(),
    }
}

fn on_found(app: &mut App, generation: u64, found: SearchResults, reach: Reach) -> Vec<Effect> {
    let height = usize::from(app.areas().list.height).max(2);
    let Mode::Search(bar) = &mut app.shell.mode else {
        // The bar was closed at a hit of a first screen: the counts follow.
        let hits = app.open.as_mut().and_then(|open| open.view.hits.as_mut());
        if let Some(hits) = hits.filter(|hits| hits.generation == generation) {
            hits.pick = pick_again(Some(&hits.found), hits.pick, &found);
            hits.found = found;
        }
        return Vec::new();
    };
    if bar.generation != generation {
        return Vec::new();
    }
    bar.waiting = found.hits.is_empty() && !found.done;
    // Who has not moved stays at the best hit; who has, at the one picked.
    if bar.pick > 0 {
        bar.pick = pick_again(bar.found.as_ref(), bar.pick, &found);
    }
    bar.top = keep_in_view(bar.top, bar.pick, hits_in(height), found.hits.len());
    bar.found = Some(found);
    bar.reach = reach;
    if bar.take && !bar.waiting {
        return search_bar::take(app);
    }
    search_bar::preview(app);
    Vec::new()
}
