/** Takes those who come to the demo page for one of the owner's tools, or with an enquiry for them, to the desk. */
if (/^#(?:.*&)?(?:terms|jobs|briefs|log|insight|takeon-desk-calculator=.*)(?:&|$)/.test(location.hash)) {
  location.replace(`./desk.html${location.hash}`);
}
