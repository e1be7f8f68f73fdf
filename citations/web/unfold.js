// Clicks what shows more of this page (each thing once), scrolls to its end, and returns how many things it clicked and
// how long the page was before. `book` is the content of unfold.toml; `reveal` a selector of further things to click.
([book, reveal, most]) => {
  const done = (window.__unfolded ||= new WeakSet());
  const isSeen = (element) =>
    element.getClientRects().length > 0 && getComputedStyle(element).visibility !== "hidden" && !element.disabled;
  const leadsAway = (element) => {
    const link = element.closest("a");
    const href = link ? link.getAttribute("href") || "" : "";
    return !/^(#|javascript:|$)/i.test(href) || (element.type === "submit" && !!element.form);
  };
  const words = (element) =>
    (element.innerText || element.value || element.getAttribute("aria-label") || "").trim().toLowerCase()
      .replace(/’/g, "'").replace(/\s*\(?\d+\)?\s*$/u, "").replace(/[.…!→›»▾+\s]+$/u, "").replace(/\s+/g, " ");
  const wanted = new Set([...book.phone, ...book.other, ...book.more]);
  const named = [...document.querySelectorAll("button, [role=button], input[type=button], a, summary")]
    .filter((element) => wanted.has(words(element)));
  let chosen = [];
  try { chosen = reveal ? [...document.querySelectorAll(reveal)] : []; } catch { /* no selector */ }
  const before = document.documentElement.scrollHeight;
  let clicked = 0;
  for (const element of [...chosen, ...named]) {
    if (clicked >= most) break;
    const isMore = named.includes(element) && book.more.includes(words(element));
    if ((done.has(element) && !isMore) || !isSeen(element) || leadsAway(element)) continue;
    done.add(element);
    element.click();
    clicked += 1;
  }
  window.scrollTo(0, document.documentElement.scrollHeight);
  return [clicked, before];
}
