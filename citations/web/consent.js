// Clicks one button that dismisses a consent banner and returns what it clicked, or "" when it found none.
// Refuses where it can, and agrees only where nothing else clears the page. `book` is the content of consent.toml.
(book) => {
  const isSeen = (element) => {
    const style = getComputedStyle(element);
    return element.getClientRects().length > 0 && style.visibility !== "hidden" && !element.disabled;
  };
  const leadsAway = (element) =>
    element.tagName === "A" && !/^(#|javascript:|$)/i.test(element.getAttribute("href") || "");
  const words = (element) =>
    (element.innerText || element.value || element.getAttribute("aria-label") || "")
      .trim().toLowerCase().replace(/’/g, "'").replace(/[.!→×✕\s]+$/u, "").replace(/\s+/g, " ");
  const click = (element, name) => { element.click(); return `${name}: ${words(element)}`; };

  const byPlatform = (choice) => {
    for (const platform of book.platform) {
      const host = platform.host ? document.querySelector(platform.host) : null;
      if (platform.host && !host) continue;
      const root = host ? host.shadowRoot || host : document;
      for (const selector of platform[choice]) {
        const button = root.querySelector(selector);
        if (button && isSeen(button) && !leadsAway(button)) return click(button, platform.name);
      }
    }
    return "";
  };

  const { containers, speaks_of } = book.generic;
  const speaks = (dialog) => {
    const said = (dialog.innerText || "").toLowerCase();
    return said.length < 6000 && speaks_of.some((word) => said.includes(word));
  };
  const buttons = "button, [role=button], input[type=button], input[type=submit], a";
  const dialogs = [...document.querySelectorAll(containers.join(","))].filter((it) => isSeen(it) && speaks(it));
  // A page that is little more than the question is a dialog itself; there we only ever refuse.
  const isWall = speaks(document.body) && document.body.innerText.length < 1500;
  const byWords = (choice, within) => {
    const wanted = new Set(book.generic[choice]);
    const all = within.flatMap((dialog) => [...dialog.querySelectorAll(buttons)]);
    const button = all.find((it) => wanted.has(words(it)) && isSeen(it) && !leadsAway(it));
    return button ? click(button, "banner") : "";
  };

  return byPlatform("reject") || byWords("reject", dialogs) ||
    (isWall && byWords("reject", [document.body])) || byPlatform("accept") || byWords("accept", dialogs);
}
