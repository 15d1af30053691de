package cn.anxun.app.feature.inspection;

import android.os.Bundle;
import android.view.LayoutInflater;
import android.view.View;
import android.widget.EditText;
import android.widget.ImageView;
import android.widget.LinearLayout;
import android.widget.TextView;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import cn.anxun.app.R;
import cn.anxun.app.form.Typing;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.navigation.FormScreen;
import cn.anxun.app.navigation.Navigator;
import cn.anxun.app.photo.Thumbnails;
import cn.anxun.app.ui.Dates;
import cn.anxun.app.ui.ScreenBar;
import cn.anxun.app.ui.UndoBar;
import cn.anxun.core.entry.Attachment;
import cn.anxun.core.entry.Field;
import cn.anxun.core.entry.HazardFound;
import com.google.android.material.datepicker.MaterialDatePicker;
import dagger.hilt.android.AndroidEntryPoint;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;

/** One hazard of the visit: everything about it may be edited. */
@AndroidEntryPoint(Fragment.class)
public final class HazardFragment extends Hilt_HazardFragment implements FormScreen {
  private static final String HAZARD = "hazard";
  private static final String DATES = "deadline";
  private static final String SPOT = "spot";
  private static final String DEADLINE = "deadline";
  private static final int DEFAULT_DAYS = 15;
  private static final int[] DAYS = {3, 7, 15, 30};

  /** The fields that are typed, by the view that shows each. */
  private static final Map<Integer, Field<?>> TYPED = typed();

  @Inject Thumbnails thumbnails;

  private final PhotoAsking photos = new PhotoAsking(this, () -> model().photos());

  public HazardFragment() {
    super(R.layout.inspection_hazard);
  }

  /** The screen of this hazard of the visit. */
  public static HazardFragment of(String hazard) {
    Bundle arguments = new Bundle();
    arguments.putString(HAZARD, hazard);
    HazardFragment fragment = new HazardFragment();
    fragment.setArguments(arguments);
    return fragment;
  }

  private static Map<Integer, Field<?>> typed() {
    Map<Integer, Field<?>> typed = new LinkedHashMap<>();
    typed.put(R.id.inspection_text, HazardFound.DESCRIPTION);
    typed.put(R.id.inspection_criterion, HazardFound.CRITERION);
    typed.put(R.id.inspection_basis, HazardFound.LEGAL_BASIS);
    typed.put(R.id.inspection_measures, HazardFound.MEASURES);
    typed.put(R.id.inspection_person, HazardFound.RESPONSIBLE_PERSON);
    typed.put(R.id.inspection_responsibility, HazardFound.RESPONSIBILITY);
    typed.put(R.id.inspection_funds, HazardFound.FUNDS_YUAN);
    typed.put(R.id.inspection_contingency, HazardFound.CONTINGENCY_PLAN);
    return typed;
  }

  @Override
  public void onViewCreated(View view, @Nullable Bundle state) {
    ScreenBar.show(this, view, R.string.inspection_hazard);
    TYPED.forEach(
        (id, field) ->
            Typing.bind(
                view.findViewById(id),
                text -> {
                  if (!find().map(hazard -> typed(hazard, field)).orElse(text).equals(text)) {
                    model().change(id(), hazard -> hazard.with(field, text));
                  }
                }));
    view.findViewById(R.id.inspection_from_library)
        .setOnClickListener(button -> Navigator.of(this).open(new Destination.HazardLibrary(id())));
    view.findViewById(R.id.inspection_deadline).setOnClickListener(button -> pickDeadline());
    view.findViewById(R.id.inspection_take).setOnClickListener(button -> take());
    view.findViewById(R.id.inspection_pick).setOnClickListener(button -> photos.pick(id()));
    view.findViewById(R.id.inspection_hazard_done)
        .setOnClickListener(button -> Navigator.of(this).back());
    view.findViewById(R.id.inspection_remove).setOnClickListener(button -> remove());
    listenToDates();
    photos.observe();
    model()
        .state()
        .observe(
            getViewLifecycleOwner(),
            now -> now.visit().find(id()).ifPresent(hazard -> show(view, now, hazard)));
  }

  private void take() {
    find().ifPresent(hazard -> photos.take(hazard.id(), Words.name(requireContext(), hazard)));
  }

  private VisitViewModel model() {
    return new ViewModelProvider(this).get(VisitViewModel.class);
  }

  private String id() {
    return requireArguments().getString(HAZARD, "");
  }

  private Optional<HazardDraft> find() {
    VisitState now = model().state().getValue();
    return now == null ? Optional.empty() : now.visit().find(id());
  }

  private static String typed(HazardDraft hazard, Field<?> field) {
    return VisitCheck.typed(hazard, field);
  }

  private void show(View view, VisitState now, HazardDraft hazard) {
    TYPED.forEach(
        (id, field) -> Typing.show((EditText) view.findViewById(id), typed(hazard, field)));
    Choices.show(
        view.findViewById(R.id.inspection_levels),
        Choices.of(view, now.reference().levels()),
        List.of(hazard.fields().text(HazardFound.LEVEL)),
        level -> model().change(id(), before -> before.with(HazardFound.LEVEL, level)));
    Choices.show(
        view.findViewById(R.id.inspection_categories),
        Choices.of(view, now.reference().offeredLeaves("hazard-category")),
        List.of(hazard.fields().text(HazardFound.CATEGORY)),
        category -> model().change(id(), before -> before.with(HazardFound.CATEGORY, category)));
    showDisposition(view, now, hazard);
    for (int id :
        new int[] {
          R.id.inspection_criterion_layout,
          R.id.inspection_responsibility_layout,
          R.id.inspection_funds_layout,
          R.id.inspection_contingency_layout
        }) {
      Words.showIf(view.findViewById(id), hazard.isMajor());
    }
    showPhotos(view, hazard);
  }

  private void showDisposition(View view, VisitState now, HazardDraft hazard) {
    Map<String, String> dispositions = new LinkedHashMap<>();
    dispositions.put(SPOT, getString(R.string.inspection_hazard_spot));
    dispositions.put(DEADLINE, getString(R.string.inspection_hazard_deadline));
    Choices.show(
        view.findViewById(R.id.inspection_dispositions),
        dispositions,
        List.of(hazard.isFixedOnTheSpot() ? SPOT : DEADLINE),
        chosen ->
            model()
                .change(
                    id(),
                    before ->
                        chosen.equals(SPOT)
                            ? before.fixedOnTheSpot()
                            : before.dueBy(
                                before
                                    .deadline()
                                    .orElse(now.visit().day().plusDays(usualDays(now, before))))));
    boolean due = !hazard.isFixedOnTheSpot();
    Words.showIf(view.findViewById(R.id.inspection_days), due);
    Words.showIf(view.findViewById(R.id.inspection_deadline), due);
    Map<String, String> days = new LinkedHashMap<>();
    for (int each : DAYS) {
      days.put(String.valueOf(each), getString(R.string.inspection_hazard_days, each));
    }
    LocalDate found = now.visit().day();
    Choices.show(
        view.findViewById(R.id.inspection_days),
        days,
        List.of(
            hazard
                .deadline()
                .map(deadline -> String.valueOf(ChronoUnit.DAYS.between(found, deadline)))
                .orElse("")),
        chosen ->
            model().change(id(), before -> before.dueBy(found.plusDays(Integer.parseInt(chosen)))));
    TextView deadline = view.findViewById(R.id.inspection_deadline);
    deadline.setText(
        hazard
            .deadline()
            .map(
                day ->
                    getString(R.string.inspection_hazard_until, Dates.full(requireContext(), day)))
            .orElseGet(() -> getString(R.string.inspection_hazard_until_none)));
  }

  private static int usualDays(VisitState now, HazardDraft hazard) {
    return now.reference()
        .hazards()
        .find(hazard.library())
        .map(library -> library.deadlineDays())
        .orElse(DEFAULT_DAYS);
  }

  private void showPhotos(View view, HazardDraft hazard) {
    LinearLayout list = view.findViewById(R.id.inspection_photos);
    if (hazard.attachments().equals(list.getTag())) {
      return;
    }
    list.setTag(hazard.attachments());
    list.removeAllViews();
    int number = 0;
    for (Attachment photo : hazard.attachments()) {
      number++;
      View row =
          LayoutInflater.from(requireContext()).inflate(R.layout.inspection_photo, list, false);
      TextView role = row.findViewById(R.id.inspection_photo_role);
      role.setText(
          getString(R.string.inspection_photo_number, number, getString(HazardCards.role(photo))));
      ImageView image = row.findViewById(R.id.inspection_photo);
      thumbnails.show(image, photo.sha256());
      View remove = row.findViewById(R.id.inspection_photo_remove);
      remove.setContentDescription(getString(R.string.inspection_photo_remove, number));
      remove.setOnClickListener(button -> removePhoto(hazard, photo));
      list.addView(row);
    }
  }

  private void removePhoto(HazardDraft hazard, Attachment photo) {
    VisitViewModel model = model();
    model.removePhoto(hazard.id(), photo);
    UndoBar.showAbove(
        requireView().findViewById(R.id.inspection_hazard_done),
        getString(R.string.inspection_photo_removed),
        () -> model.addPhoto(hazard.id(), photo));
  }

  private void remove() {
    VisitViewModel model = model();
    find()
        .ifPresent(
            hazard -> {
              model.remove(hazard.id());
              model.offerUndo(
                  getString(R.string.inspection_hazard_removed),
                  () -> model.restore(List.of(hazard)));
              Navigator.of(this).back();
            });
  }

  private void pickDeadline() {
    LocalDate day = find().flatMap(HazardDraft::deadline).orElse(null);
    MaterialDatePicker.Builder<Long> builder =
        MaterialDatePicker.Builder.datePicker().setTitleText(R.string.inspection_hazard_until_none);
    if (day != null) {
      builder.setSelection(day.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli());
    }
    MaterialDatePicker<Long> picker = builder.build();
    listen(picker);
    picker.show(getChildFragmentManager(), DATES);
  }

  /** A picker that Android has restored has lost who listens to it. */
  private void listenToDates() {
    if (getChildFragmentManager().findFragmentByTag(DATES) instanceof MaterialDatePicker<?> open) {
      @SuppressWarnings("unchecked")
      MaterialDatePicker<Long> picker = (MaterialDatePicker<Long>) open;
      listen(picker);
    }
  }

  private void listen(MaterialDatePicker<Long> picker) {
    picker.addOnPositiveButtonClickListener(
        chosen -> {
          LocalDate day = Instant.ofEpochMilli(chosen).atZone(ZoneOffset.UTC).toLocalDate();
          model().change(id(), hazard -> hazard.dueBy(day));
        });
  }
}
