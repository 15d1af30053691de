package cn.anxun.app.feature.inspection;

import android.content.Context;
import cn.anxun.app.R;
import cn.anxun.app.photo.Caption;
import cn.anxun.app.ui.Dates;
import cn.anxun.core.codelist.CodeLists;
import cn.anxun.core.entry.HazardFound;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a visit's result says to the site, line by line. */
final class VisitText {
  private final Context context;
  private final FinishedVisit finished;
  private final CodeLists codes;

  VisitText(Context context, FinishedVisit finished, Reference reference) {
    this.context = context;
    this.finished = finished;
    this.codes = reference.codes();
  }

  /** All of it, to be pasted into a message. */
  String whole() {
    List<String> lines = new ArrayList<>();
    lines.add(title());
    lines.addAll(head());
    VisitDraft visit = finished.visit();
    for (int i = 0; i < visit.hazards().size(); i++) {
      lines.addAll(hazard(i));
    }
    lines.add(foot());
    return String.join("\n", lines);
  }

  String title() {
    return context.getString(R.string.inspection_share_head, finished.visit().site().name());
  }

  /** When, by whom, with which result. */
  List<String> head() {
    VisitDraft visit = finished.visit();
    List<String> lines = new ArrayList<>();
    lines.add(
        context.getString(
            R.string.inspection_share_when,
            Dates.full(context, visit.day()),
            word("inspection-check", visit.round().check()),
            word("inspection-authority", visit.round().authority())));
    List<String> inspectors = new ArrayList<>();
    if (!finished.inspector().isEmpty()) {
      inspectors.add(finished.inspector());
    }
    inspectors.addAll(visit.round().partners());
    if (!inspectors.isEmpty()) {
      lines.add(context.getString(R.string.inspection_share_who, Words.join(inspectors)));
    }
    if (!finished.number().isEmpty()) {
      lines.add(context.getString(R.string.inspection_done_number, finished.number()));
    }
    lines.add(
        context.getString(
            R.string.inspection_share_result,
            word("inspection-result", VisitRecords.result(visit))));
    if (!visit.hazards().isEmpty()) {
      lines.add(context.getString(R.string.inspection_share_hazards, visit.hazards().size()));
    }
    return lines;
  }

  /** What stands below a photo, in which nobody is named: the picture goes to the site. */
  List<String> caption(Instant taken) {
    return new Caption(Optional.of(taken), finished.visit().site().name(), "", finished.number())
        .lines(context);
  }

  /** One hazard, by its place from 0. */
  List<String> hazard(int index) {
    HazardDraft hazard = finished.visit().hazards().get(index);
    List<String> lines = new ArrayList<>();
    lines.add(
        context.getString(
            R.string.inspection_share_hazard,
            index + 1,
            hazard.description().trim(),
            word("hazard-level", hazard.fields().text(HazardFound.LEVEL)),
            due(hazard)));
    String basis = hazard.fields().text(HazardFound.LEGAL_BASIS).trim();
    if (!basis.isEmpty()) {
      lines.add(context.getString(R.string.inspection_share_basis, basis));
    }
    return lines;
  }

  String foot() {
    return context.getString(
        finished.visit().hazards().isEmpty()
            ? R.string.inspection_share_clean
            : R.string.inspection_share_foot);
  }

  private String due(HazardDraft hazard) {
    if (hazard.isFixedOnTheSpot()) {
      return context.getString(R.string.inspection_share_spot);
    }
    return hazard
        .deadline()
        .map(day -> context.getString(R.string.inspection_share_due, Dates.full(context, day)))
        .orElseGet(() -> context.getString(R.string.inspection_share_none));
  }

  private String word(String list, String value) {
    return Words.of(context, codes.get(list), value);
  }
}
