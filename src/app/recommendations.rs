//! The list of the tab Recommendations: by what they are grouped, and the rows of each group. What a recommendation is
//! stands in the model.

use super::rows::Emptiness;
use super::{ListRow, OpenDocument, Shell};
use crate::messages::{UserMessage, captions, user_message};
use crate::model::{Label, ParagraphIndex, Recommendation, ReviewStatus, StatePosition, UnitPlace};

/// By what recommendations are grouped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Grouping {
    /// What is made here, and what is discussed.
    #[default]
    Word,
    /// The heading that they stand under.
    Section,
    /// Who makes them.
    From,
    /// To whom they are addressed.
    To,
    /// Their theme.
    Theme,
    /// The answer of the State under review.
    Position,
    /// The reviewer's own status.
    Status,
}

impl Grouping {
    /// All of them, in the order in which one key goes through them.
    pub const ALL: [Self; 7] =
        [Self::Word, Self::Section, Self::From, Self::To, Self::Theme, Self::Position, Self::Status];

    /// The next one, around.
    #[must_use]
    pub fn next(self) -> Self {
        let here = Self::ALL.iter().position(|grouping| *grouping == self).unwrap_or(0);
        Self::ALL.get((here + 1) % Self::ALL.len()).copied().unwrap_or_default()
    }

    /// What it is called.
    #[must_use]
    pub fn user_message(self) -> UserMessage {
        user_message(match self {
            Self::Word => "grouping-word",
            Self::Section => "grouping-section",
            Self::From => "grouping-from",
            Self::To => "grouping-to",
            Self::Theme => "grouping-theme",
            Self::Position => "grouping-position",
            Self::Status => "grouping-status",
        })
    }
}

/// A group of recommendations: its own name, none where the document does not say.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum RecommendationGroup {
    /// Paragraphs that discuss recommendations.
    Discussed,
    /// Recommendations that are made here, whatever else is known of them.
    Made,
    /// Those under a heading: its place among the sections.
    Section(Option<usize>),
    /// Those that the same State or body makes, or that go to the same addressee, or that have the same theme.
    Named(Option<String>),
    /// Those with the same answer.
    Position(Option<StatePosition>),
    /// Those with the same status of the reviewer's.
    Status(ReviewStatus),
}

impl OpenDocument {
    /// The recommendations that are made, in the order of the document: units that the document gives facts of, and
    /// paragraphs that make one, by their own word or the reviewer's.
    #[must_use]
    pub fn recommendations(&self) -> Vec<UnitPlace> {
        let document = &*self.document;
        let mut places = Vec::new();
        for (at, paragraph) in document.paragraphs_placed() {
            let part = |(part, label): (usize, &Label)| {
                document.facts(label).map(|_| UnitPlace::Part { paragraph: at, part })
            };
            let parts: Vec<UnitPlace> = self.parts_at(at).filter_map(part).collect();
            let makes = self.recommendation_at(at) == Recommendation::Makes;
            // A paragraph whose sub-paragraphs are the recommendations is only their frame.
            if document.facts(&paragraph.label).is_some() || (makes && parts.is_empty()) {
                places.push(UnitPlace::Paragraph(at));
            }
            places.extend(parts);
        }
        places
    }

    /// The groups that a recommendation stands in: several if several States make it.
    fn groups_of(&self, place: UnitPlace) -> Vec<RecommendationGroup> {
        use RecommendationGroup as Group;
        let document = &*self.document;
        let Some(unit) = document.unit(place) else { return Vec::new() };
        let facts = document.facts(&unit.label);
        let names = |names: Option<&Vec<String>>| match names.map(Vec::as_slice) {
            Some([]) | None => vec![Group::Named(None)],
            Some(names) => names.iter().map(|name| Group::Named(Some(name.clone()))).collect(),
        };
        match self.view.grouping {
            Grouping::Word => vec![Group::Made],
            Grouping::Section => {
                let at = match place {
                    UnitPlace::Paragraph(at) | UnitPlace::Part { paragraph: at, .. } => at,
                    UnitPlace::Heading(_) => return Vec::new(),
                };
                let paragraph = self.paragraph(at);
                vec![Group::Section(paragraph.and_then(|paragraph| document.section_position_of(paragraph)))]
            }
            Grouping::From => names(facts.map(|facts| &facts.from)),
            Grouping::To => names(facts.map(|facts| &facts.to)),
            Grouping::Theme => vec![Group::Named(facts.and_then(|facts| facts.theme.clone()))],
            Grouping::Position => vec![Group::Position(facts.and_then(|facts| facts.position))],
            Grouping::Status => vec![Group::Status(self.current_status_of(&unit.label).counted())],
        }
    }

    /// The groups with what stands in them, whether it passes the filter or not. What the document does not say comes last.
    fn groups(&self) -> Vec<(RecommendationGroup, Vec<UnitPlace>)> {
        let mut groups: Vec<(RecommendationGroup, Vec<UnitPlace>)> = Vec::new();
        for place in self.recommendations() {
            for group in self.groups_of(place) {
                match groups.iter_mut().find(|(known, _)| *known == group) {
                    Some((_, places)) => places.push(place),
                    None => groups.push((group, vec![place])),
                }
            }
        }
        let says_nothing = |group: &RecommendationGroup| {
            matches!(
                group,
                RecommendationGroup::Named(None)
                    | RecommendationGroup::Position(None)
                    | RecommendationGroup::Section(None)
            )
        };
        groups.sort_by(|(a, _), (b, _)| (says_nothing(a), a).cmp(&(says_nothing(b), b)));
        groups
    }

    /// The paragraphs that discuss recommendations.
    fn discussing(&self) -> Vec<UnitPlace> {
        let discusses = |at: &ParagraphIndex| self.recommendation_at(*at) == Recommendation::Discusses;
        self.document.indices().filter(discusses).map(UnitPlace::Paragraph).collect()
    }

    /// What stands in a group.
    #[must_use]
    pub fn recommendations_in(&self, group: &RecommendationGroup) -> Vec<UnitPlace> {
        match group {
            RecommendationGroup::Made => self.recommendations(),
            RecommendationGroup::Discussed => self.discussing(),
            group => {
                let found = self.groups().into_iter().find(|(known, _)| known == group);
                found.map(|(_, places)| places).unwrap_or_default()
            }
        }
    }

    /// What a group is called, with how many stand in it.
    #[must_use]
    pub fn group_said(&self, group: &RecommendationGroup) -> UserMessage {
        let count = self.recommendations_in(group).len();
        let named = |words: UserMessage| user_message("group-named").and("name", words).count("count", count);
        let words = |words: &str| user_message("group-words").with("words", words);
        match group {
            RecommendationGroup::Made => user_message("group-makes").count("count", count),
            RecommendationGroup::Discussed => user_message("group-discusses").count("count", count),
            RecommendationGroup::Section(section) => {
                let heading = section.and_then(|at| self.document.sections.get(at));
                let heading = heading.map(|section| words(&section.heading_alone()));
                named(heading.unwrap_or_else(|| user_message("group-unsaid")))
            }
            RecommendationGroup::Named(name) => {
                named(name.as_deref().map_or_else(|| user_message("group-unsaid"), words))
            }
            RecommendationGroup::Position(position) => {
                named(position.map_or_else(|| user_message("group-unsaid"), captions::position))
            }
            RecommendationGroup::Status(status) => named(captions::status(*status)),
        }
    }

    pub(super) fn recommendation_rows(&self, shell: &Shell) -> Vec<ListRow> {
        let mut rows = Vec::new();
        let by_word = self.view.grouping == Grouping::Word;
        let mut groups = match by_word {
            true => vec![(RecommendationGroup::Made, self.recommendations())],
            false => self.groups(),
        };
        if by_word {
            groups.push((RecommendationGroup::Discussed, self.discussing()));
        }
        for (under, (group, all)) in groups.into_iter().enumerate() {
            let discussed = group == RecommendationGroup::Discussed;
            let row = ListRow::Group(group);
            let folded = self.view.folds.folded.contains(&row);
            rows.push(row);
            if folded {
                continue;
            }
            let row = |place: &UnitPlace| match *place {
                UnitPlace::Paragraph(at) => Some(ListRow::Paragraph { at, depth: 1, under: under + 1 }),
                UnitPlace::Part { paragraph: at, part } => {
                    Some(ListRow::Part { at, part, depth: 1, under: under + 1 })
                }
                UnitPlace::Heading(_) => None,
            };
            let passes = |place: &&UnitPlace| match **place {
                UnitPlace::Paragraph(at) | UnitPlace::Part { paragraph: at, .. } => self.passes(at),
                UnitPlace::Heading(_) => false,
            };
            let shown: Vec<ListRow> = all.iter().filter(passes).filter_map(row).collect();
            match (all.is_empty(), shown.is_empty()) {
                (true, _) if discussed && self.unnumbered_heading().is_some() => {
                    self.push_empty(shell, &mut rows, Emptiness::DiscussesUnnumbered);
                }
                (true, _) if discussed => self.push_empty(shell, &mut rows, Emptiness::Discusses),
                (true, _) => self.push_empty(shell, &mut rows, Emptiness::Makes),
                (false, true) => self.push_empty(shell, &mut rows, Emptiness::Filter),
                _ => rows.extend(shown),
            }
        }
        if rows.is_empty() {
            self.push_empty(shell, &mut rows, Emptiness::Makes);
        }
        rows
    }
}
