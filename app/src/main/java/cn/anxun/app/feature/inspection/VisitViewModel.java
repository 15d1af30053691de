package cn.anxun.app.feature.inspection;

import android.view.View;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MediatorLiveData;
import androidx.lifecycle.MutableLiveData;
import androidx.lifecycle.ViewModel;
import cn.anxun.app.device.Background;
import cn.anxun.app.feature.inspection.SiteDirectory.OpenHazard;
import cn.anxun.app.ui.UndoBar;
import cn.anxun.core.checklist.Checklist;
import cn.anxun.core.checklist.ChecklistAnswers.Answer;
import cn.anxun.core.entry.Attachment;
import cn.anxun.core.entry.EntryIds;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.hazardlibrary.LibraryHazard;
import dagger.hilt.android.lifecycle.HiltViewModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;

/** The visit that is filled in: its answers, its hazards, what the office offers for them. */
@HiltViewModel
public final class VisitViewModel extends ViewModel {
  private final CurrentVisit current;
  private final SiteDirectory sites;
  private final ReferenceSource references;
  private final EntryIds ids;
  private final VisitPhotos photos;
  private final Executor background;
  private final MediatorLiveData<VisitState> state = new MediatorLiveData<>();
  private final MutableLiveData<Loaded> loaded = new MutableLiveData<>();
  private final MutableLiveData<Boolean> gone = new MutableLiveData<>();
  private String loading = "";

  /** What was read for a visit. */
  private record Loaded(String visit, Reference reference, List<OpenHazard> open) {}

  @Inject
  VisitViewModel(
      CurrentVisit current,
      SiteDirectory sites,
      ReferenceSource references,
      EntryIds ids,
      VisitPhotos photos,
      @Background Executor background) {
    this.current = current;
    this.sites = sites;
    this.references = references;
    this.ids = ids;
    this.photos = photos;
    this.background = background;
    state.addSource(current.state(), now -> show(now.visit(), loaded.getValue()));
    state.addSource(loaded, now -> show(current.find(), now));
  }

  /** Has no value while there is no visit, or the phone still reads. */
  LiveData<VisitState> state() {
    return state;
  }

  /** Whether there is no visit any more: it was recorded, or given up. */
  LiveData<Boolean> gone() {
    return gone;
  }

  private void show(Optional<VisitDraft> visit, @Nullable Loaded read) {
    gone.setValue(!visit.isPresent());
    if (!visit.isPresent()) {
      return;
    }
    VisitDraft now = visit.get();
    if (read != null && read.visit().equals(now.id())) {
      state.setValue(new VisitState(now, read.reference(), read.open()));
    } else if (!loading.equals(now.id())) {
      loading = now.id();
      background.execute(
          () ->
              loaded.postValue(
                  new Loaded(
                      now.id(),
                      references.load(),
                      now.site().isNew()
                          ? List.of()
                          : sites.listOpenHazards(now.site().subject(), now.day()))));
    }
  }

  /** 合格 or 不适用; the hazards that stood for the question go, and are returned for an undo. */
  List<HazardDraft> answer(String item, Answer answer) {
    List<HazardDraft> gone = new ArrayList<>();
    current.change(
        visit -> {
          gone.addAll(visit.listOf(item));
          VisitDraft changed = visit;
          for (HazardDraft hazard : gone) {
            changed = changed.remove(hazard.id());
          }
          return changed.answer(item, answer);
        });
    return gone;
  }

  /** ✗: the hazard is there at once, as the library has it. */
  void fail(Checklist.Item item) {
    VisitState now = state.getValue();
    if (now != null && now.visit().listOf(item.key()).isEmpty()) {
      Optional<LibraryHazard> library = now.reference().hazards().find(item.hazard());
      current.change(
          visit ->
              visit.put(
                  new HazardDraft(
                      ids.next(), item.key(), item.hazard(), prefill(visit, library), List.of())));
    }
  }

  /** 其余合格; returns the questions that it answered, for an undo. */
  List<String> passRest() {
    List<String> passed = new ArrayList<>();
    VisitState now = state.getValue();
    if (now != null) {
      for (Checklist.Item item : now.checklist().items()) {
        if (!now.visit().answers().containsKey(item.key())) {
          passed.add(item.key());
        }
      }
      current.change(visit -> visit.passRest(now.checklist()));
    }
    return passed;
  }

  /** The question is open again. */
  void open(String item) {
    current.change(visit -> visit.unanswer(item));
  }

  /** The questions that 其余合格 answered are open again. */
  void unanswer(List<String> items) {
    current.change(
        visit -> {
          VisitDraft changed = visit;
          for (String item : items) {
            changed =
                changed.answers().get(item) == Answer.PASSED ? changed.unanswer(item) : changed;
          }
          return changed;
        });
  }

  /** Adds a hazard found besides the checklist and returns its id. */
  String add(Optional<LibraryHazard> library, String text) {
    String id = ids.next();
    current.change(
        visit -> {
          HazardDraft hazard =
              new HazardDraft(
                  id,
                  "",
                  library.map(LibraryHazard::key).orElse(""),
                  prefill(visit, library),
                  List.of());
          return visit.put(text.isEmpty() ? hazard : hazard.with(HazardFound.DESCRIPTION, text));
        });
    return id;
  }

  /** Takes another hazard of the library in place of what was prefilled; the photos stay. */
  void replace(String hazard, LibraryHazard library) {
    current.change(
        visit ->
            visit
                .find(hazard)
                .map(
                    found ->
                        visit.put(
                            new HazardDraft(
                                found.id(),
                                found.item(),
                                library.key(),
                                library.prefill(visit.day()),
                                found.photos())))
                .orElse(visit));
  }

  void change(String hazard, UnaryOperator<HazardDraft> change) {
    current.change(
        visit -> visit.find(hazard).map(found -> visit.put(change.apply(found))).orElse(visit));
  }

  void remove(String hazard) {
    current.change(visit -> visit.remove(hazard));
  }

  void addPhoto(String hazard, Attachment photo) {
    current.change(visit -> visit.addPhoto(hazard, photo));
  }

  void removePhoto(String hazard, Attachment photo) {
    current.change(visit -> visit.removePhoto(hazard, photo.sha256()));
  }

  /** Puts removed hazards back, or adds them. */
  void restore(List<HazardDraft> hazards) {
    current.change(
        visit -> {
          VisitDraft changed = visit;
          for (HazardDraft hazard : hazards) {
            changed = changed.put(hazard);
          }
          return changed;
        });
  }

  void setFields(UnaryOperator<Fields> change) {
    current.change(visit -> visit.with(change.apply(visit.fields())));
  }

  /** The screen that is shown next offers to take it back. */
  void offerUndo(String done, Runnable undo) {
    current.offer(new CurrentVisit.Undoable(done, undo));
  }

  /** Offers, above this button, to take back what was done on the screen before. */
  void showUndo(View button) {
    current
        .takeUndoable()
        .ifPresent(offered -> UndoBar.showAbove(button, offered.done(), offered.undo()));
  }

  VisitPhotos photos() {
    return photos;
  }

  private static Fields prefill(VisitDraft visit, Optional<LibraryHazard> library) {
    return library
        .map(hazard -> hazard.prefill(visit.day()))
        .orElseGet(
            () ->
                Fields.builder()
                    .set(HazardFound.LEVEL, "一般")
                    .set(HazardFound.CATEGORY, "其他现场管理")
                    .set(HazardFound.FIXED_ON_THE_SPOT, true)
                    .build());
  }
}
