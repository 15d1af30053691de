package cn.anxun.app.feature.inspection;

import cn.anxun.app.feature.inspection.SiteDirectory.OpenHazard;
import cn.anxun.core.checklist.Checklist;
import cn.anxun.core.checklist.ChecklistAnswers.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What the screens of a visit show.
 *
 * @param open the site's hazards from before
 */
record VisitState(VisitDraft visit, Reference reference, List<OpenHazard> open) {
  VisitState {
    open = Collections.unmodifiableList(new ArrayList<>(open));
  }

  Checklist checklist() {
    return reference.checklist(visit);
  }

  /** How many questions nobody answered. */
  int unanswered() {
    int unanswered = 0;
    for (Checklist.Item item : checklist().items()) {
      if (!visit.answers().containsKey(item.key())) {
        unanswered++;
      }
    }
    return unanswered;
  }

  int count(Answer answer) {
    return Collections.frequency(visit.answers().values(), answer);
  }

  /** The hazards that answer no question of the checklist. */
  List<HazardDraft> listBesides() {
    List<HazardDraft> besides = new ArrayList<>();
    for (HazardDraft hazard : visit.hazards()) {
      if (hazard.item().isEmpty() || !checklist().find(hazard.item()).isPresent()) {
        besides.add(hazard);
      }
    }
    return besides;
  }

  int photos() {
    int photos = 0;
    for (HazardDraft hazard : visit.hazards()) {
      photos += hazard.photos().size();
    }
    return photos;
  }
}
