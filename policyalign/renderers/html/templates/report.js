// Finds its way about the report: filters, links into what is folded, copying, printing.
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const form = document.getElementById("filters");
  const rowsOf = new Map();
  for (const row of all("tr[data-of]")) {
    rowsOf.set(row.dataset.of, [...(rowsOf.get(row.dataset.of) ?? []), row]);
  }
  const sections = all(".document").map((section) => ({
    section,
    // How many answers of which kind: [["essential not-met", 3], …].
    answers: JSON.parse(section.dataset.answers),
    rows: rowsOf.get(section.id) ?? [],
  }));

  const say = (sentence) => { document.getElementById("said").textContent = sentence; };

  const counted = (shown, whole, noun) =>
    `${shown.toLocaleString("en-GB")} of ${whole.toLocaleString("en-GB")} ${noun}${whole === 1 ? "" : "s"}`;

  const chosen = (name) => form.elements[name]?.value ?? "";
  const fits = (name, value) => !chosen(name) || chosen(name) === value;
  const answerFits = (importance, outcome) => fits("importance", importance) && fits("outcome", outcome);

  function narrow(body) {
    for (const item of all(".item", body)) {
      item.hidden = !answerFits(item.dataset.importance, item.dataset.outcome);
    }
    for (const group of all(".group", body)) {
      group.hidden = !group.querySelector(".item:not([hidden])");
    }
  }

  function filter() {
    const narrowed = chosen("importance") || chosen("outcome");
    const shown = { documents: 0, items: 0 };
    const whole = { documents: 0, items: 0 };
    for (const { section, answers, rows } of sections) {
      let found = 0;
      for (const [kind, count] of answers) {
        whole.items += count;
        if (answerFits(...kind.split(" "))) found += count;
      }
      const { agency, kind } = section.dataset;
      section.hidden = !fits("agency", agency) || !fits("kind", kind) || (narrowed && !found);
      for (const row of rows) row.hidden = section.hidden;
      narrow(section);
      whole.documents += 1;
      shown.documents += section.hidden ? 0 : 1;
      shown.items += section.hidden ? 0 : found;
    }
    document.getElementById("shown").textContent =
      `Shown: ${counted(shown.documents, whole.documents, "document")}, ` +
      `${counted(shown.items, whole.items, "answer")} to checklist items.`;
  }

  // Texts, and where there are many documents their findings, lie in templates until they are asked
  // for: the page opens at once, however much is in it. Findings are compressed there besides.
  function unpack(details) {
    const kept = details?.querySelector(":scope > template");
    if (!kept) return;
    if (kept.dataset.size) {
      const bytes = Uint8Array.from(atob(kept.content.textContent), (sign) => sign.charCodeAt(0));
      kept.innerHTML = new TextDecoder().decode(inflate(bytes, Number(kept.dataset.size)));
    }
    kept.replaceWith(kept.content);
    narrow(details);
    for (const button of all(".copy", details)) button.hidden = false;
  }

  function find(id) {
    const key = id.split("-")[0];
    const known = () => document.getElementById(id);
    if (!known()) unpack(document.getElementById(`${key}-body`));
    if (!known()) unpack(document.getElementById(`${key}-text`));
    return known();
  }

  function reveal() {
    const target = location.hash && find(location.hash.slice(1));
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
    if (event.target.matches("details[open]")) unpack(event.target);
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
    const folded = () => all("details:not([open], .source)").filter((found) => !found.closest("[hidden]"));
    folded().forEach(unpack);
    closed = folded();
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
