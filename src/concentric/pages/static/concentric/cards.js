/* A figure's card opens beside its paragraph; one at a time. Without this script every number still leads to its card. */
"use strict";
(function () {
  var opener = null, drawn = null;

  function close(focus) {
    document.querySelectorAll(".margin").forEach(function (slot) { slot.replaceChildren(); });
    document.querySelectorAll(".fig[aria-expanded], .chart-of a[aria-expanded]").forEach(function (fig) { fig.removeAttribute("aria-expanded"); });
    if (focus && opener) { opener.focus(); }
    opener = null;
  }

  document.addEventListener("htmx:beforeRequest", function (event) {
    var fig = event.target.closest(".fig");
    if (fig && fig.getAttribute("aria-expanded") === "true") {
      event.preventDefault();
      close(true);
    }
  });

  document.addEventListener("htmx:beforeSwap", function (event) {
    if (event.detail.isError) {
      // The card could not be fetched: the plain page says why.
      window.location.assign(event.detail.pathInfo.requestPath);
      return;
    }
    close(false);
  });

  document.addEventListener("htmx:afterSwap", function (event) {
    var fig = drawn || (event.detail.requestConfig && event.detail.requestConfig.elt);
    drawn = null;
    if (fig && (fig.classList.contains("fig") || fig.closest(".chart-of"))) {
      opener = fig;
      fig.setAttribute("aria-expanded", "true");
    }
  });

  document.addEventListener("click", function (event) {
    // A number of a chart opens beside the chart, as one of the text does.
    var link = event.target.closest(".chart-of a[href]");
    if (link && window.htmx && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
      event.preventDefault();
      if (link.getAttribute("aria-expanded") === "true") { close(true); return; }
      drawn = link;
      var slot = link.closest(".chart-of").nextElementSibling;
      window.htmx.ajax("GET", link.getAttribute("href"), { target: slot, swap: "innerHTML" });
      return;
    }
    if (event.target.closest("[data-closes]") && document.querySelector(".margin .fcard")) {
      event.preventDefault();
      close(true);
    }
  });

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && document.querySelector(".margin .fcard")) { close(true); }
  });
})();
