//! The table of enquiries: one line each, sorted and filtered.

use super::column::Column;
use super::order::{Order, Row};
use super::row::{BriefRow, BriefRowProps, row_id};
use crate::config::Config;
use crate::desk::browser;
use crate::desk::cards::{AppraisedBrief, Card, Cards, DeskAction, EnquiryState, MOST_COMPARED};
use crate::i18n::Speech;
use crate::shared::Shared;
use crate::widget::element::{Element, el};
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::VComp;

/// Props of [`BriefTable`].
#[derive(Properties, Clone, PartialEq)]
pub struct BriefTableProps {
    /// Words.
    pub speech: Speech,
    /// Configuration of the shop.
    pub config: Rc<Config>,
    /// Today, in days from 1 January 1970.
    pub today: i64,
    /// Briefs.
    pub cards: Cards,
    /// Their appraisals.
    pub appraised: Rc<Vec<Option<AppraisedBrief>>>,
    /// Brief in the panel.
    pub open: Option<usize>,
    /// Briefs side by side.
    pub compared: Vec<usize>,
    /// Called to change the desk.
    pub on_action: Callback<DeskAction>,
    /// Called to open a brief.
    pub on_open: Callback<usize>,
}

/// Filter of the enquiries that are shown.
#[derive(Clone, Copy, PartialEq)]
enum Filter {
    All,
    State(EnquiryState),
    Archive,
}

impl Filter {
    const ALL: [Filter; 7] = [
        Filter::All,
        Filter::State(EnquiryState::New),
        Filter::State(EnquiryState::Answered),
        Filter::State(EnquiryState::Won),
        Filter::State(EnquiryState::Delivered),
        Filter::State(EnquiryState::Lost),
        Filter::Archive,
    ];

    fn key(self) -> &'static str {
        match self {
            Filter::All => "all",
            Filter::State(state) => state.name(),
            Filter::Archive => "away",
        }
    }

    fn holds(self, card: &Card) -> bool {
        match self {
            Filter::All => !card.archived,
            Filter::State(state) => !card.archived && card.state == state,
            Filter::Archive => card.archived,
        }
    }
}

/// Enquiries from which on one searches. Assumption: fewer are seen at a glance.
const SEARCHED: usize = 10;

/// Rows that are shown at once. Assumption: the next ones are asked for or searched.
const SHOWN: usize = 50;

/// Columns in their order, and the column that each is sorted by.
const HEADS: [(&str, Option<Column>); 9] = [
    ("client", Some(Column::Client)),
    ("wants", None),
    ("by", Some(Column::By)),
    ("offers", Some(Column::Offers)),
    ("needs", Some(Column::Needs)),
    ("hour", Some(Column::Hour)),
    ("odds", Some(Column::Odds)),
    ("flags", Some(Column::Flags)),
    ("state", Some(Column::State)),
];

/// The table of enquiries, with its order and its filter.
#[component]
pub fn BriefTable(props: &BriefTableProps) -> Html {
    let BriefTableProps { speech, cards, .. } = props;
    let order = use_state(Order::default);
    let filter = use_state(|| Filter::All);
    let sought = use_state(String::new);
    let on_sought = {
        let sought = sought.setter();
        Callback::from(move |text: String| sought.set(text))
    };
    let shown = use_state(|| SHOWN);
    let rows = rows(props, *order, *filter, &sought.trim().to_lowercase());
    let hidden = rows.len().saturating_sub(*shown);
    // The button goes away with the keyboard's place, which moves to the first of those rows.
    let next = use_mut_ref(|| None::<String>);
    {
        let next = Rc::clone(&next);
        use_effect_with(*shown, move |_| {
            next.take().as_deref().map(browser::focus);
        });
    }
    let more = rows.get(*shown).map(|(first, _)| {
        let (shown, next, first) = (shown.clone(), Rc::clone(&next), row_id(*first));
        let on_click = Callback::from(move |()| {
            next.replace(Some(first.clone()));
            shown.set(*shown + hidden);
        });
        el("button", "quiet")
            .attr("type", "button")
            .on_click(&on_click)
            .text(speech.plural("wishes.more", hidden as f64, &[]))
    });
    let search = (cards.len() > SEARCHED).then(|| {
        el("input", "search")
            .attr("type", "search")
            .attr("aria-label", speech.get("briefs.search"))
            .attr("placeholder", speech.get("briefs.search"))
            .value((*sought).clone().into())
            .on_input(&on_sought)
    });
    let on_sort = {
        let order = order.clone();
        Callback::from(move |column: Column| order.set(order.by(column)))
    };
    let pill = |one: Filter| {
        let count = cards.iter().filter(|card| one.holds(card)).count();
        let filter = filter.clone();
        let is_current = *filter == one;
        let on_click = Callback::from(move |()| filter.set(one));
        // An empty state is not worth a button, unless it is the one that is looked at.
        (count > 0 || is_current || one == Filter::All).then(|| {
            el("button", "pill")
                .attr("type", "button")
                .maybe_attr("aria-current", is_current.then_some("true"))
                .on_click(&on_click)
                .text(speech.get_for("briefs.state.{}", one.key()))
                .child(el("span", "count").text(count.to_string()))
        })
    };
    let pills = Filter::ALL.into_iter().filter_map(pill);
    let table =
        el("table", "enquiries")
            .attr("aria-label", speech.get("tool.briefs"))
            .child(el("thead", "").child(el("tr", "").children(
                HEADS.map(|(name, column)| heading(speech, name, column, *order, &on_sort)),
            )))
            .child(
                rows.into_iter()
                    .take(*shown)
                    .map(|(_, row)| row)
                    .fold(el("tbody", "").attr("role", "rowgroup"), Element::node),
            );
    el("div", "enquiries-of")
        .child(
            el("div", "row between")
                .child(el("div", "row pills").children(pills))
                .maybe_child(search)
                .child(sorting(speech, *order, &on_sort)),
        )
        .child(table)
        .maybe_child(more)
        .into()
}

/// The rows of a filter that have a text in them, in an order, each with the index of its brief.
fn rows(props: &BriefTableProps, order: Order, filter: Filter, sought: &str) -> Vec<(usize, Html)> {
    let is_sought = |card: &Card| {
        let texts = [
            &card.title(&props.speech),
            &card.reach,
            &card.notes,
            &card.message,
        ];
        texts
            .iter()
            .any(|text| text.to_lowercase().contains(sought))
    };
    let cards = props.cards.iter().enumerate();
    let mut rows: Vec<Row> = cards
        .filter(|(_, card)| filter.holds(card) && (sought.is_empty() || is_sought(card)))
        .map(|(index, card)| Row {
            index,
            card,
            appraised: props.appraised.get(index).and_then(Option::as_ref),
        })
        .collect();
    // The last to come is the first among equals.
    rows.reverse();
    order.sort(&mut rows, &props.config.terms, &props.speech);
    let config = Shared::from(Rc::clone(&props.config));
    let row = |row: Row| {
        let index = row.index;
        let props = BriefRowProps {
            speech: props.speech.clone(),
            config: config.clone(),
            today: props.today,
            index,
            card: Shared::clone(row.card),
            appraised: row.appraised.cloned(),
            is_compared: props.compared.contains(&index),
            is_full: props.compared.len() >= MOST_COMPARED,
            is_open: props.open == Some(index),
            on_action: props.on_action.clone(),
            on_open: props.on_open.clone(),
        };
        let row = VComp::new::<BriefRow>(Rc::new(props), Some(index.into()));
        (index, row.into())
    };
    rows.into_iter().map(row).collect()
}

/// The heading of a column, with a button that sorts by it.
fn heading(
    speech: &Speech,
    name: &'static str,
    column: Option<Column>,
    order: Order,
    on_sort: &Callback<Column>,
) -> Element {
    let title = speech.get_for("briefs.column.{}", name);
    let head = el("th", name)
        .attr("scope", "col")
        .attr("role", "columnheader");
    let Some(column) = column else {
        return head.text(title);
    };
    let is_current = order.column == column;
    let direction = if order.is_ascending() {
        "ascending"
    } else {
        "descending"
    };
    let sort = el("button", "sort")
        .attr("type", "button")
        .on_click(&on_sort.reform(move |()| column))
        .text(title);
    head.maybe_attr("aria-sort", is_current.then_some(direction))
        .child(sort)
}

/// The column to sort by, where there is no room for headings, and for the day of arrival.
fn sorting(speech: &Speech, order: Order, on_sort: &Callback<Column>) -> Element {
    let option = |column: Column| {
        let option = el("option", "")
            .attr("value", column.name())
            .text(speech.get_for("briefs.column.{}", column.name()));
        match column == order.column {
            true => option.attr("selected", ""),
            false => option,
        }
    };
    let on_select = on_sort.reform(|column: String| Column::from_name(&column).unwrap_or_default());
    el("label", "sorting")
        .child(el("span", "").message(speech, "briefs.sort"))
        .child(
            el("select", "")
                .value(order.column.name().into())
                .on_select(&on_select)
                .children(Column::ALL.map(option)),
        )
}
