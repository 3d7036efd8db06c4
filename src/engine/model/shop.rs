//! The shop as its clients see it: names and texts, addresses, and the way prices are shown. The engine
//! passes them through unread.

/// Text in one or more languages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LocalizedText {
    /// Text for every language without a translation.
    pub default: String,
    /// Translations by BCP 47 tag.
    pub translations: Vec<(String, String)>,
}

impl LocalizedText {
    /// Returns the translation into exactly this language, the last if there are several.
    pub fn translation(&self, lang: &str) -> Option<&str> {
        self.in_language(|tag| tag.eq_ignore_ascii_case(lang))
    }

    /// Returns a translation into any variety of this language, such as `pt-BR` for `pt`, the last
    /// if there are several.
    pub fn relative(&self, base: &str) -> Option<&str> {
        self.in_language(|tag| {
            let known = tag.split('-').next().unwrap_or_default();
            known.eq_ignore_ascii_case(base)
        })
    }

    fn in_language(&self, is_it: impl Fn(&str) -> bool) -> Option<&str> {
        let mut known = self.translations.iter().rev();
        known.find_map(|(tag, text)| is_it(tag).then_some(text.as_str()))
    }
}

/// Name, note and source of something that has an id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Label {
    /// Display name.
    pub name: Option<LocalizedText>,
    /// Note that helps to choose it.
    pub note: Option<LocalizedText>,
    /// Source of its figures.
    pub source: Option<LocalizedText>,
}

/// The shop and its addresses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shop {
    /// Name of the shop.
    pub name: String,
    /// Address for briefs.
    pub email: Option<String>,
    /// The shop's own site.
    pub url: Option<String>,
    /// Page that links in letters lead to. If absent, the current page.
    pub page: Option<String>,
    /// Inbox that a visitor's message is posted to with consent. If absent, it is mailed or copied.
    pub inbox: Option<Inbox>,
    /// Page where a call can be booked.
    pub booking: Option<String>,
}

/// An inbox: the address that messages are posted to, and the shape in which it takes them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inbox {
    /// Address that a message is posted to.
    pub url: String,
    /// Shape of the message.
    pub shape: InboxShape,
    /// Name of the form that it is a message of, where the inbox has several.
    pub form: Option<String>,
}

names! {
    /// Shape of a message to an inbox.
    #[derive(Default)]
    pub enum InboxShape {
        /// JSON. Browsers ask the inbox first whether it takes that from the page.
        Json = "json" #[default],
        /// The same JSON sent as plain text, for an inbox that does not answer when it is asked first.
        Text = "text",
        /// The fields of a form, as Netlify, Formspree and their like take them.
        Form = "form",
        /// JSON as the Forms API of HubSpot takes it.
        Hubspot = "hubspot",
    }
}

names! {
    /// Tax treatment of prices.
    pub enum Tax {
        /// Prices exclude tax.
        Excluded = "excluded",
        /// Prices include tax.
        Included = "included",
    }
}

names! {
    /// Amount of detail about prices that visitors see.
    #[derive(Default)]
    pub enum PriceDisplay {
        /// Prices.
        Prices = "prices" #[default],
        /// Ranges around the prices.
        Ranges = "ranges",
        /// No amounts and no hours, only ratios to the visitor's figures.
        Ratios = "ratios",
    }
}
