package cn.anxun.app.feature.inspection;

import cn.anxun.core.checklist.Checklist;
import cn.anxun.core.checklist.ChecklistAnswers.Answer;
import cn.anxun.core.entry.Attachment;
import cn.anxun.core.entry.Fields;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A visit that is under way, immutable; kept as JSON ({@link VisitDraftJson}) at every change.
 *
 * @param id the subject the inspection will have
 * @param day the business date, the day it was begun
 * @param checklist the key of its checklist
 * @param answers by the key of the question
 * @param fields of the inspection, such as its result and documents, where somebody set them
 * @param capture the photo that the camera was asked for and has not brought yet
 */
record VisitDraft(
    String id,
    LocalDate day,
    Round round,
    VisitSite site,
    String checklist,
    Map<String, Answer> answers,
    List<HazardDraft> hazards,
    Fields fields,
    Optional<Capture> capture) {

  /**
   * A photo to come.
   *
   * @param hazard whose it will be
   * @param file the name of the file that the camera writes
   */
  record Capture(String hazard, String file) {}

  VisitDraft {
    answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    hazards = Collections.unmodifiableList(new ArrayList<>(hazards));
  }

  static VisitDraft begin(
      String id, LocalDate day, Round round, VisitSite site, Checklist checklist) {
    return new VisitDraft(
        id, day, round, site, checklist.key(), Map.of(), List.of(), Fields.NONE, Optional.empty());
  }

  Optional<HazardDraft> find(String hazard) {
    return hazards.stream().filter(each -> each.id().equals(hazard)).findFirst();
  }

  /** The hazards that stand for a question's ✗. */
  List<HazardDraft> listOf(String item) {
    List<HazardDraft> found = new ArrayList<>();
    for (HazardDraft hazard : hazards) {
      if (!item.isEmpty() && hazard.item().equals(item)) {
        found.add(hazard);
      }
    }
    return found;
  }

  VisitDraft answer(String item, Answer answer) {
    Map<String, Answer> changed = new LinkedHashMap<>(answers);
    changed.put(item, answer);
    return with(changed, hazards);
  }

  VisitDraft unanswer(String item) {
    Map<String, Answer> changed = new LinkedHashMap<>(answers);
    changed.remove(item);
    return with(changed, hazards);
  }

  /** 其余合格: every question that nobody answered passes. */
  VisitDraft passRest(Checklist list) {
    Map<String, Answer> changed = new LinkedHashMap<>(answers);
    for (Checklist.Item item : list.items()) {
      if (!changed.containsKey(item.key())) {
        changed.put(item.key(), Answer.PASSED);
      }
    }
    return with(changed, hazards);
  }

  /** With the hazard last, or in place of the one of its id; its question, if any, has failed. */
  VisitDraft put(HazardDraft hazard) {
    List<HazardDraft> changed = new ArrayList<>(hazards);
    int at = indexOf(hazard.id());
    if (at >= 0) {
      changed.set(at, hazard);
    } else {
      changed.add(hazard);
    }
    VisitDraft draft = with(answers, changed);
    return hazard.item().isEmpty() ? draft : draft.answer(hazard.item(), Answer.FAILED);
  }

  /** Without the hazard; its question is open again where it was its only one. */
  VisitDraft remove(String hazard) {
    int at = indexOf(hazard);
    if (at < 0) {
      return this;
    }
    List<HazardDraft> changed = new ArrayList<>(hazards);
    HazardDraft removed = changed.remove(at);
    VisitDraft draft = with(answers, changed);
    return removed.item().isEmpty() || !draft.listOf(removed.item()).isEmpty()
        ? draft
        : draft.unanswer(removed.item());
  }

  VisitDraft addPhoto(String hazard, Attachment photo) {
    return find(hazard)
        .map(
            found -> {
              List<Attachment> photos = new ArrayList<>(found.photos());
              photos.removeIf(each -> each.sha256().equals(photo.sha256()));
              photos.add(photo);
              return put(found.withPhotos(photos));
            })
        .orElse(this);
  }

  VisitDraft removePhoto(String hazard, String sha256) {
    return find(hazard)
        .map(
            found -> {
              List<Attachment> photos = new ArrayList<>(found.photos());
              photos.removeIf(each -> each.sha256().equals(sha256));
              return put(found.withPhotos(photos));
            })
        .orElse(this);
  }

  VisitDraft with(Fields changed) {
    return new VisitDraft(id, day, round, site, checklist, answers, hazards, changed, capture);
  }

  VisitDraft with(Round changed) {
    return new VisitDraft(id, day, changed, site, checklist, answers, hazards, fields, capture);
  }

  VisitDraft with(Optional<Capture> changed) {
    return new VisitDraft(id, day, round, site, checklist, answers, hazards, fields, changed);
  }

  private VisitDraft with(Map<String, Answer> changedAnswers, List<HazardDraft> changedHazards) {
    return new VisitDraft(
        id, day, round, site, checklist, changedAnswers, changedHazards, fields, capture);
  }

  private int indexOf(String hazard) {
    for (int i = 0; i < hazards.size(); i++) {
      if (hazards.get(i).id().equals(hazard)) {
        return i;
      }
    }
    return -1;
  }
}
