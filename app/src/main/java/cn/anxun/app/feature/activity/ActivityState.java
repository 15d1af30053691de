package cn.anxun.app.feature.activity;

import cn.anxun.app.data.local.StoreException;
import cn.anxun.app.form.FormField;
import cn.anxun.app.form.FormLayout;
import cn.anxun.app.photo.PhotoRejectedException;
import cn.anxun.app.record.RecordRejectedException;
import cn.anxun.core.entry.EntryProblem;
import cn.anxun.core.preset.ActivityPreset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the form shows.
 *
 * @param title what the office calls its own kind; "" for a shipped one
 * @param presets the cards; none for kinds without
 * @param names of the codes that may be chosen, by field: those of divisions and units
 * @param draft what is being filled in; empty while a card is to be chosen
 * @param active the number that the pad is for; "" for none
 * @param saving nothing may be changed until it is done
 * @param problem a sentence for the person; empty where all is well
 * @param restored the draft is of an earlier time and was brought back
 */
record ActivityState(
    String title,
    FormLayout layout,
    List<ActivityPreset> presets,
    Map<String, Map<String, String>> names,
    Optional<ActivityDraft> draft,
    String active,
    boolean saving,
    Optional<Problem> problem,
    boolean restored) {

  ActivityState {
    presets = Collections.unmodifiableList(new ArrayList<>(presets));
    names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
  }

  /** What the codes of a field are called; none where the field has no such codes. */
  Map<String, String> names(String field) {
    return names.getOrDefault(field, Collections.emptyMap());
  }

  /** Why it was not saved, or a photo not kept. */
  sealed interface Problem {
    /** The ledger would not take it. */
    record Rejected(EntryProblem why) implements Problem {}

    /** There is no record of this number to refer to. */
    record UnknownNumber(String field, String number) implements Problem {}

    /** No site, or more than one, has the name that was typed. */
    record UnknownSite(String name) implements Problem {}

    record DiskFull() implements Problem {}

    record Unreadable() implements Problem {}

    record Photo(PhotoRejectedException.Reason reason) implements Problem {}

    /** Why the book did not take it. */
    static Problem of(Exception failure) {
      if (failure instanceof RecordRejectedException rejected) {
        return new Rejected(rejected.problem());
      } else if (failure instanceof ActivityBook.NumberUnknownException unknown) {
        return new UnknownNumber(unknown.field(), unknown.number());
      } else if (failure instanceof ActivityBook.SiteUnknownException unknown) {
        return new UnknownSite(unknown.name());
      }
      boolean full =
          failure instanceof StoreException store && store.reason() == StoreException.Reason.FULL;
      return full ? new DiskFull() : new Unreadable();
    }
  }

  ActivityState with(ActivityDraft changed) {
    return new ActivityState(
        title,
        layout,
        presets,
        names,
        Optional.of(changed),
        active,
        saving,
        Optional.empty(),
        restored);
  }

  /** Back at the cards, or at an empty form where there are none. */
  ActivityState begin(Optional<ActivityDraft> next, boolean isRestored) {
    return new ActivityState(
        title,
        layout,
        presets,
        names,
        next,
        layout.firstNumber().map(FormField::name).orElse(""),
        false,
        Optional.empty(),
        isRestored);
  }

  ActivityState saving(boolean isSaving, Optional<Problem> because) {
    return new ActivityState(
        title, layout, presets, names, draft, active, isSaving, because, restored);
  }

  ActivityState active(String field) {
    return new ActivityState(
        title, layout, presets, names, draft, field, saving, problem, restored);
  }
}
