"""Addresses of mocks and sittings."""

from django.urls import path

from tayari.mocks.views import covers, objections, papers, receipts, results, rooms, sealing

urlpatterns = [
    path("mocks/", papers.index, name="mocks"),
    path("mocks/<slug:slug>/", covers.cover, name="mock"),
    path("mocks/<slug:slug>/own/", covers.own, name="mock_own"),
    path("mocks/<slug:slug>/own/part/", covers.own_part, name="mock_own_part"),
    path("mocks/<slug:slug>/sittings/", covers.start, name="mock_start"),
    path("mocks/<slug:slug>/key/", objections.outcome, name="mock_key"),
    path("mocks/<slug:slug>/sealed.json", sealing.sealed, name="mock_sealed"),
    path("mocks/<slug:slug>/seal-key.json", sealing.key, name="mock_seal_key"),
    path("sittings/<uuid:ident>/", rooms.room, name="sitting"),
    path("sittings/<uuid:ident>/messages", rooms.messages, name="sitting_messages"),
    path("sittings/<uuid:ident>/responses/", rooms.respond, name="sitting_responses"),
    path("sittings/<uuid:ident>/receipt", receipts.receipt, name="sitting_receipt"),
    path("receipts/key.pem", receipts.key, name="receipt_key"),
    path("sittings/<uuid:ident>/sections/<int:number>/departure/", rooms.leave, name="sitting_section"),
    path("sittings/<uuid:ident>/submission/", results.submission, name="sitting_submission"),
    path("sittings/<uuid:ident>/result/", results.result, name="sitting_result"),
    path("sittings/<uuid:ident>/result.csv", results.table, name="sitting_table"),
    path("sittings/<uuid:ident>/questions/<int:number>/objection/", objections.objection, name="objection"),
    path("sittings/<uuid:ident>/practices/", results.practise, name="sitting_practices"),
]
