"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const form = document.getElementById("filters");
  const sections = all(".document").map((section) => ({
    section,
    items: all(".item", section),
    groups: all(".group", section),
    rows: all(`tr[data-of="${section.id}"]`),
  }));

  const say = (sentence) => { document.getElementById("said").textContent = sentence; };

  const counted = (shown, whole, noun) =>
    `${shown.toLocaleString("en-GB")} of ${whole.toLocaleString("en-GB")} ${noun}${whole === 1 ? "" : "s"}`;

  const fits = (element, names) => names.every((name) => {
    const choice = form.elements[name]?.value;
    return !choice || choice === element.dataset[name];
  });

  function filter() {
    const narrowed = form.elements.importance.value || form.elements.outcome.value;
    const shown = { documents: 0, items: 0 };
    const whole = { documents: 0, items: 0 };
    for (const { section, items, groups, rows } of sections) {
      let found = 0;
      for (const item of items) {
        item.hidden = !fits(item, ["importance", "outcome"]);
        found += item.hidden ? 0 : 1;
      }
      for (const group of groups) group.hidden = !group.querySelector(".item:not([hidden])");
      section.hidden = !fits(section, ["agency", "kind"]) || (narrowed && !found);
      for (const row of rows) row.hidden = section.hidden;
      whole.documents += 1;
      whole.items += items.length;
      shown.documents += section.hidden ? 0 : 1;
      shown.items += section.hidden ? 0 : found;
    }
    document.getElementById("shown").textContent =
      `Shown: ${counted(shown.documents, whole.documents, "document")}, ` +
      `${counted(shown.items, whole.items, "answer")} to checklist items.`;
  }

  // The text of a document lies in a template until it is asked for: hundreds open at once.
  function unpack(details) {
    const kept = details.querySelector("template");
    if (kept) kept.replaceWith(kept.content);
  }

  function find(id) {
    const kept = document.getElementById(`${id.split("-")[0]}-text`);
    if (!document.getElementById(id) && kept) unpack(kept);
    return document.getElementById(id);
  }

  function reveal() {
    const target = location.hash && find(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.closest("[hidden]")) {
      form.reset();
      filter();
      say("The filters were taken off to show this place.");
    }
    for (let up = target.closest("details"); up; up = up.parentElement.closest("details")) up.open = true;
    if (!target.matches("a, button, summary")) target.tabIndex = -1;
    target.scrollIntoView({ block: target.matches("mark") ? "center" : "start" });
    target.focus({ preventScroll: true });
  }

  async function copy(button) {
    const wording = button.closest(".suggestion").querySelector(".wording");
    try {
      await navigator.clipboard.writeText(wording.textContent);
    } catch {
      // Some browsers keep the clipboard from pages that come from a folder.
      getSelection().selectAllChildren(wording);
      if (!document.execCommand("copy")) {
        say("The browser does not let this page copy. The wording is selected: press Ctrl and C.");
        return;
      }
    }
    button.textContent = "Copied";
    say("Copied.");
  }

  document.addEventListener("toggle", (event) => {
    if (event.target.matches(".source[open]")) unpack(event.target);
  }, true);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    // Following a link to where the page already is changes no address, and would do nothing.
    if (link && link.hash === location.hash) reveal();
    const button = event.target.closest("button");
    if (button?.matches(".copy")) copy(button);
    if (button?.dataset.all) {
      const open = button.dataset.all === "open";
      for (const body of all(".document:not([hidden]) > .body")) body.open = open;
    }
  });
  addEventListener("hashchange", reveal);

  let closed = [];
  addEventListener("beforeprint", () => {
    closed = all("details:not([open], .source)");
    for (const details of closed) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of closed) details.open = false;
  });

  if (form) {
    form.addEventListener("change", filter);
    form.addEventListener("reset", () => setTimeout(filter));
    form.addEventListener("submit", (event) => event.preventDefault());
    filter();
  }
  for (const element of all("#filters, .tools, .copy")) element.hidden = false;
  reveal();
})();
