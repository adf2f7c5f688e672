// What a reader's own day adds to a page that was made earlier. It only ever adds: a deadline that
// has passed since is marked, and a page that no longer tells all, or a site that nobody made anew
// for long, is said to be old. It asks nobody, keeps nothing, and without it every date still
// stands on the page. That a concern has become "tidak diketahui" is not marked: that is another
// status, with other sentences, counts and lists; the date of the last word stands there.
//
// Words in capitals are filled in when the site is made (plugin/reader_clock.py); comments and
// indents are left out. Old phones read this too, so it keeps to the language of 2009 (ES5).
(function () {
  var now = new Date(),
    today = new Date(now - now.getTimezoneOffset() * 6e4).toISOString().slice(0, 10),
    old = new Date(today) - new Date("DAY") >= OLD;
  [].forEach.call(document.querySelectorAll("[data-tenggat]"), function (badge) {
    if (badge.getAttribute("data-tenggat") >= today) return;
    var late = badge.cloneNode(false);
    late.removeAttribute("data-tenggat");
    late.className = "LOOK";
    late.innerHTML = 'LATE';
    if (late.href) late.href = late.getAttribute("href").replace(/#.*/, "#ANCHOR");
    badge.insertAdjacentHTML("afterend", " " + late.outerHTML);
    old = true;
  });
  if (old)
    document
      .querySelector("main")
      .insertAdjacentHTML("afterbegin", '<p class="kb-old" role="status">SAID</p>');
})();
