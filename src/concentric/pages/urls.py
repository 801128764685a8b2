"""Addresses of pages. Each noun has its own file of views, under the noun's stem."""

from django.urls import URLPattern, path

from concentric.pages import figures, home, ledger, records, reviews

urlpatterns: list[URLPattern] = [
    path("", home.home, name="home"),
    path("reviews/", reviews.reviews, name="reviews"),
    path("reviews/<str:number>/", reviews.review, name="review"),
    path("reviews/<str:number>/word", reviews.word, name="review-word"),
    path("reviews/<str:number>/figures/<str:ref>/", reviews.review_figure, name="review-figure"),
    path("reviews/<str:number>/figures/<str:ref>/records/", reviews.review_rows, name="review-rows"),
    path("figures/", figures.figures, name="figures"),
    path("figures/<str:code>/", figures.figure, name="figure"),
    path("figures/<str:code>/records/", figures.figure_rows, name="figure-rows"),
    path("ledger/", ledger.ledger, name="ledger"),
    path("records/<int:idx>/", records.record, name="record"),
]
