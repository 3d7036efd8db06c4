/** Redirects addresses of the desk's tools and of enquiries from the demo page to the desk. */
if (/^#(?:.*&)?(?:terms|jobs|briefs|log|insight|takeon-desk-calculator=.*)(?:&|$)/.test(location.hash)) {
  location.replace(`./desk.html${location.hash}`);
}
