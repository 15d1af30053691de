package cn.anxun.app.place;

import android.Manifest;
import android.content.Context;
import android.view.View;
import android.widget.TextView;
import androidx.activity.result.ActivityResultLauncher;
import androidx.activity.result.contract.ActivityResultContracts;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.DefaultLifecycleObserver;
import androidx.lifecycle.LifecycleOwner;
import cn.anxun.app.R;
import cn.anxun.app.ui.Numbers;
import cn.anxun.core.place.FieldPoint;
import java.time.Duration;

/**
 * The line of a form that says where the record is made, from the layout {@code place_line}: looks
 * while the screen is shown, and nobody is asked for the permission but by a tap.
 *
 * <pre>
 * private final PlaceLine place = new PlaceLine(this);
 * onViewCreated: place.show(view, openPlace, "visit");
 * </pre>
 */
public final class PlaceLine {
  private static final String[] PERMISSIONS = {
    Manifest.permission.ACCESS_FINE_LOCATION, Manifest.permission.ACCESS_COARSE_LOCATION
  };

  private final Fragment screen;
  private final ActivityResultLauncher<String[]> permission;
  private Runnable again = () -> {};

  /** To be made with the fragment itself. */
  public PlaceLine(Fragment screen) {
    this.screen = screen;
    this.permission =
        screen.registerForActivityResult(
            new ActivityResultContracts.RequestMultiplePermissions(), granted -> again.run());
  }

  /**
   * Shows it.
   *
   * @param root with the layout {@code place_line} in it, or without, where only another screen of
   *     the form shows it
   * @param form its name; the screens of one form have one point
   */
  public void show(View root, OpenPlace place, String form) {
    show(root, place, form, OpenPlace.FRESH);
  }

  /** As {@link #show(View, OpenPlace, String)}, with a point that may not be older than this. */
  public void show(View root, OpenPlace place, String form, Duration keep) {
    again = () -> place.begin(form, keep);
    screen
        .getViewLifecycleOwner()
        .getLifecycle()
        .addObserver(
            new DefaultLifecycleObserver() {
              @Override
              public void onStart(LifecycleOwner owner) {
                place.begin(form, keep);
              }

              @Override
              public void onStop(LifecycleOwner owner) {
                place.end();
              }
            });
    View line = root.findViewById(R.id.place_line);
    if (line == null) {
      return;
    }
    line.<View>findViewById(R.id.place_remove).setOnClickListener(tap -> place.remove());
    line.<View>findViewById(R.id.place_retake).setOnClickListener(tap -> place.retake());
    line.<View>findViewById(R.id.place_allow)
        .setOnClickListener(tap -> permission.launch(PERMISSIONS));
    place.state().observe(screen.getViewLifecycleOwner(), state -> show(line, state));
  }

  private static void show(View line, PlaceState state) {
    line.setVisibility(state.at() == PlaceState.At.OFF ? View.GONE : View.VISIBLE);
    line.<TextView>findViewById(R.id.place_text).setText(text(line.getContext(), state));
    boolean found = state.at() == PlaceState.At.FOUND;
    boolean allowed = state.at() != PlaceState.At.NOT_ALLOWED;
    showIf(line, R.id.place_remove, found);
    showIf(line, R.id.place_retake, allowed && state.at() != PlaceState.At.LOOKING);
    showIf(line, R.id.place_allow, !allowed);
  }

  private static void showIf(View line, int id, boolean shown) {
    line.<View>findViewById(id).setVisibility(shown ? View.VISIBLE : View.GONE);
  }

  private static String text(Context context, PlaceState state) {
    return switch (state.at()) {
      case LOOKING -> context.getString(R.string.place_looking);
      case FOUND -> state.point().map(point -> found(context, point)).orElse("");
      case REMOVED -> context.getString(R.string.place_removed);
      case NOT_ALLOWED -> context.getString(R.string.place_not_allowed);
      case NONE, OFF -> context.getString(R.string.place_none);
    };
  }

  private static String found(Context context, FieldPoint point) {
    String text =
        point.accuracyMetres() == 0
            ? context.getString(R.string.place_found)
            : context.getString(
                R.string.place_found_within,
                Numbers.grouped((int) Math.ceil(point.accuracyMetres())));
    return point.mock() ? text + context.getString(R.string.place_mock) : text;
  }
}
