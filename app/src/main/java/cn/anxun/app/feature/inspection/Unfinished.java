package cn.anxun.app.feature.inspection;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The visits that are not finished, and which of them is on the screen.
 *
 * @param visits the one begun last at the end
 * @param current the id of the one that is filled in; "" for none
 */
record Unfinished(List<VisitDraft> visits, String current) {
  static final Unfinished NONE = new Unfinished(List.of(), "");

  Unfinished {
    visits = Collections.unmodifiableList(new ArrayList<>(visits));
  }

  Optional<VisitDraft> find() {
    return find(current);
  }

  Optional<VisitDraft> find(String id) {
    return visits.stream().filter(visit -> visit.id().equals(id)).findFirst();
  }

  /** With the visit in place of the one of its id, or last, and current. */
  Unfinished put(VisitDraft visit) {
    List<VisitDraft> changed = new ArrayList<>(visits);
    int at = -1;
    for (int i = 0; i < changed.size(); i++) {
      at = changed.get(i).id().equals(visit.id()) ? i : at;
    }
    if (at >= 0) {
      changed.set(at, visit);
    } else {
      changed.add(visit);
    }
    return new Unfinished(changed, visit.id());
  }

  Unfinished resume(String id) {
    return new Unfinished(visits, id);
  }

  Unfinished without(String id) {
    List<VisitDraft> changed = new ArrayList<>(visits);
    changed.removeIf(visit -> visit.id().equals(id));
    return new Unfinished(changed, current.equals(id) ? "" : current);
  }

  String write() {
    List<Json> written = new ArrayList<>();
    for (VisitDraft visit : visits) {
      written.add(VisitDraftJson.write(visit));
    }
    return JsonText.write(
        Json.members().put("visits", Json.items(written)).put("current", current).build());
  }

  static Unfinished read(String text) {
    StoredJson json = StoredJson.of(text);
    List<VisitDraft> visits = new ArrayList<>();
    for (StoredJson visit : json.objects("visits")) {
      visits.add(VisitDraftJson.read(visit));
    }
    return new Unfinished(visits, json.text("current"));
  }
}
