"""Addresses of pages. Each noun has its own file of views, under the noun's stem."""

from django.urls import URLPattern, path

from concentric.pages import (
    bundles,
    checking,
    evidence,
    figures,
    home,
    imports,
    ledger,
    lists,
    records,
    reviews,
    waiting,
)
from concentric.pages.begun import begun

urlpatterns: list[URLPattern] = [
    path("", begun(home.home), name="home"),
    path("reviews/", begun(reviews.reviews), name="reviews"),
    path("reviews/<str:number>/", begun(reviews.review), name="review"),
    path("reviews/<str:number>/word", begun(reviews.word), name="review-word"),
    path("reviews/<str:number>/pdf", begun(reviews.pdf), name="review-pdf"),
    path("reviews/<str:number>/bundle", begun(bundles.bundle), name="review-bundle"),
    path("reviews/<str:number>/figures/<str:ref>/proof", begun(bundles.proof), name="review-proof"),
    path("reviews/<str:number>/figures/<str:ref>/", begun(reviews.review_figure), name="review-figure"),
    path("reviews/<str:number>/figures/<str:ref>/records/", begun(reviews.review_rows), name="review-rows"),
    path("figures/", begun(figures.figures), name="figures"),
    path("figures/<str:code>/", begun(figures.figure), name="figure"),
    path("figures/<str:code>/records/", begun(figures.figure_rows), name="figure-rows"),
    path("check/", begun(checking.start), name="check"),
    path("check/<str:number>/", begun(checking.checked), name="check-text"),
    path("check/<str:number>/decide", begun(checking.decided), name="check-decide"),
    path("check/<str:number>/reword", begun(checking.reword), name="check-reword"),
    path("import/", begun(imports.start), name="import"),
    path("import/<str:token>/", begun(imports.look), name="import-look"),
    path("import/<str:token>/copy", begun(imports.copy), name="import-copy"),
    path("waiting/", begun(waiting.waiting_page), name="waiting"),
    path("lists/", begun(lists.lists), name="lists"),
    path("lists/<slug:stem>/", begun(lists.listed), name="list"),
    path("ledger/", begun(ledger.ledger), name="ledger"),
    path("records/<int:idx>/", begun(records.record), name="record"),
    path("records/<int:idx>/file", begun(evidence.evidence), name="evidence"),
]
