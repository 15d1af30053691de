package cn.anxun.app.feature.inspection;

import cn.anxun.core.json.Json;

/**
 * A visit as it was recorded.
 *
 * @param number the inspection's, that a person can say
 * @param inspector who recorded it
 */
record FinishedVisit(VisitDraft visit, String number, String inspector) {

  Json.Members write() {
    return Json.members()
        .put("visit", VisitDraftJson.write(visit))
        .put("number", number)
        .put("inspector", inspector)
        .build();
  }

  static FinishedVisit read(StoredJson json) {
    return new FinishedVisit(
        VisitDraftJson.read(json.object("visit")), json.text("number"), json.text("inspector"));
  }
}
