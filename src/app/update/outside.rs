//! Answers from outside: saving, searching, the editor, other hands.

use super::{notes, rereading, search, versions};
use crate::app::searching::{hits_in, pick_again};
use crate::app::{App, Ask, Coming, Effect, Entry, Loosest, Mode, Msg};
use crate::messages::said;
use crate::page::keep_in_view;

pub fn on_outside(app: &mut App, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Found { generation, found, reach } => {
            let height = usize::from(app.areas().list.height).max(2);
            let Mode::Search(bar) = &mut app.mode else {
                // The bar was closed at a hit of a first screen: the counts follow.
                if let Some(hits) = app.hits.as_mut().filter(|hits| hits.generation == generation) {
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
                return search::take(app);
            }
            search::preview(app);
            Vec::new()
        }
        Msg::Looser { generation, query } => {
            if let Mode::Search(bar) = &mut app.mode
                && bar.generation == generation
            {
                bar.loosest = query.map_or(Loosest::Nothing, Loosest::Query);
            }
            Vec::new()
        }
        Msg::Saved { sequence, at, mine, refused, remarks } => {
            let effects = app.saved(sequence, at, *mine, &refused);
            // All of them: what was lost is not less lost for two sides having differed in the same moment.
            remarks.into_iter().for_each(|remark| app.remark(remark));
            effects
        }
        Msg::NotSaved { why } => {
            app.not_saved(why);
            Vec::new()
        }
        Msg::Reviews { mine, others, read_only } => {
            app.others = others;
            app.read_only = read_only;
            app.group_notes();
            match mine {
                Some(mine) => app.take_from_disk(*mine),
                None => app.index().into_iter().collect(),
            }
        }
        Msg::Missing(lost) => {
            app.lost = *lost;
            Vec::new()
        }
        Msg::DraftNotKept(why) => {
            app.notice = Some(said("draft-not-kept").and("why", why));
            Vec::new()
        }
        Msg::Exported(name) => {
            app.notice = Some(said("exported").with("name", name));
            Vec::new()
        }
        Msg::ExportExists { name, text } => {
            if matches!(app.mode, Mode::Browse) {
                super::question::ask(app, Ask::Overwrite { name, text });
            } else {
                // A question that comes while one types would be answered by what one types.
                app.notice = Some(said("export-exists").with("name", name));
            }
            Vec::new()
        }
        Msg::NotExported(why) => {
            app.notice = Some(why);
            Vec::new()
        }
        Msg::Remark(why) => {
            app.remark(why);
            Vec::new()
        }
        Msg::Edited { draft, stamp } => notes::save(app, *draft, &stamp),
        Msg::NotEdited { draft, beside, why } => {
            let mut keep = vec![Effect::KeepDraft(draft.clone())];
            notes::open_box(app, *draft);
            if let Some(beside) = beside {
                keep.push(Effect::KeepDraft(beside.clone()));
                app.drafts.push(*beside);
            }
            app.notice = Some(why);
            keep
        }
        Msg::Kept(draft) => {
            app.remark(said("draft-from-editor").with("number", &draft.paragraph));
            app.drafts.push(*draft);
            Vec::new()
        }
        Msg::Opened(opened) => {
            app.open(*opened);
            app.index().into_iter().collect()
        }
        Msg::Turned { source, document } => versions::turned(app, source, document),
        Msg::Reread { source, document } => rereading::reread(app, source, document),
        Msg::TextStale { source, why } => {
            rereading::stale(app, source, why);
            Vec::new()
        }
        Msg::Listed { source, read } => {
            app.correct_list(source, read);
            Vec::new()
        }
        Msg::NotOpened { source, why } => {
            app.opening = false;
            // Who was on the way to a hit stays, with the hits.
            if let Some(Coming::Hit { hits, .. }) = app.coming.take() {
                app.hits = Some(*hits);
            }
            // A version that cannot be read leaves the others readable.
            let only = |entry: &&mut Entry| {
                entry.versions.len() == 1 && entry.versions.iter().any(|v| v.source == source)
            };
            if let Some(entry) = app.entries.iter_mut().find(only) {
                entry.trouble = Some(why.clone());
            }
            app.notice = Some(why);
            Vec::new()
        }
        Msg::Drawn | Msg::Key(..) | Msg::Paste(_) | Msg::Mouse(..) | Msg::Resize(_) => Vec::new(),
    }
}
