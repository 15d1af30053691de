package cn.anxun.app.feature.inspection;

import cn.anxun.app.feature.inspection.VisitDraft.Capture;
import cn.anxun.core.checklist.ChecklistAnswers.Answer;
import cn.anxun.core.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A visit's draft as it is kept. */
final class VisitDraftJson {
  private VisitDraftJson() {}

  static Json.Members write(VisitDraft draft) {
    Json.MembersBuilder answers = Json.members();
    draft.answers().forEach((item, answer) -> answers.put(item, answer.value()));
    List<Json> hazards = new ArrayList<>();
    for (HazardDraft hazard : draft.hazards()) {
      hazards.add(hazard.write());
    }
    return Json.members()
        .put("id", draft.id())
        .put("day", draft.day().toString())
        .put("round", draft.round().write())
        .put("site", draft.site().write())
        .put("checklist", draft.checklist())
        .put("answers", answers.build())
        .put("hazards", Json.items(hazards))
        .put("fields", new Json.Members(draft.fields().values()))
        .put("capture", draft.capture().map(VisitDraftJson::capture).orElse(null))
        .build();
  }

  static VisitDraft read(StoredJson json) {
    List<HazardDraft> hazards = new ArrayList<>();
    for (StoredJson hazard : json.objects("hazards")) {
      hazards.add(HazardDraft.read(hazard));
    }
    StoredJson capture = json.object("capture");
    return new VisitDraft(
        json.text("id"),
        json.date("day"),
        Round.read(json.object("round")),
        VisitSite.read(json.object("site")),
        json.text("checklist"),
        answers(json),
        hazards,
        HazardDraft.fields(json.raw("fields")),
        json.has("capture")
            ? Optional.of(new Capture(capture.text("hazard"), capture.text("file")))
            : Optional.empty());
  }

  private static Map<String, Answer> answers(StoredJson json) {
    Map<String, Answer> answers = new LinkedHashMap<>();
    if (json.raw("answers") instanceof Json.Members members) {
      for (String item : members.values().keySet()) {
        Answer.find(json.object("answers").text(item))
            .ifPresent(answer -> answers.put(item, answer));
      }
    }
    return answers;
  }

  private static Json capture(Capture capture) {
    return Json.members().put("hazard", capture.hazard()).put("file", capture.file()).build();
  }
}
